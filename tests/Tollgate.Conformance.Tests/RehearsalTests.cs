using System.Text.Json;
using Tollgate.Results.Fitness;
using Tollgate.Runs;
using Tollgate.Simulator;
using Tollgate.Simulator.Faults;
using Tollgate.Simulator.Server;

namespace Tollgate.Conformance.Tests;

/// <summary>Rehearsals as a user has them: the command, sockets, every wire, files that are wrong.</summary>
public class RehearsalTests
{
    private static readonly string Suite =
        Path.Combine(ReadmeTests.Root, "tests", "Tollgate.Tests", "Suites", "Files", "good.yaml");

    [Theory]
    [InlineData("openai-chat", "direct")]
    [InlineData("openai-responses", "direct")]
    [InlineData("anthropic", "direct")]
    [InlineData("openai-chat", "handler")]
    [InlineData("anthropic", "handler")]
    public async Task Rehearse_OverSockets_GetsEveryCallRight(string wire, string transport)
    {
        using var command = new Command();
        await using var server = NewServer();

        var result = await command.RunAsync(
            "rehearse", Suite, "--url", server.Url.AbsoluteUri, "--wire", wire, "--model", "gpt-5.5", "--time-scale", "50",
            "--transport", transport, "--json", "--out", command.Path("run.tollgate"));

        result.Code.ShouldBe(0, result.ToString());
        using var document = JsonDocument.Parse(result.Output);
        var rehearsal = document.RootElement.GetProperty("targets")[0].GetProperty("rehearsal");
        rehearsal.GetProperty("endings").GetProperty("finished").GetInt32().ShouldBe(4, result.Output);
        foreach (var score in new[] { "tool_arguments", "tool_calls", "refusals_on_missing", "handoffs", "goals", "labels" })
        {
            rehearsal.GetProperty("scores").GetProperty(score).GetProperty("value").GetDouble().ShouldBe(1, score);
        }

        document.RootElement.GetProperty("suite").GetProperty("stand_in").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Rehearse_OtherTimeoutsOrRetries_MakeRunsThatCannotBeCompared()
    {
        using var command = new Command();
        using var first = await RunAsync("first", "--retry", "3");
        using var alike = await RunAsync("alike", "--retry", "3");
        using var hasty = await RunAsync("hasty", "--retry", "3", "--timeout", "20s");
        using var once = await RunAsync("once");

        Differences(alike).ShouldBeEmpty();
        Differences(hasty).ShouldHaveSingleItem().ShouldContain(
            "differ in timeouts: {\"connect\":\"10s\",\"first_token\":\"1m\",\"token_gap\":\"30s\",\"total\":\"10m\"} against ");
        Differences(once).ShouldHaveSingleItem().ShouldContain("differ in retry: {\"attempts\":3,");

        IEnumerable<string> Differences(RunFile other) =>
            Comparable.Check([first], [other], "instant", "instant").Where(reason => reason.Contains("differ"));

        async Task<RunFile> RunAsync(string name, params string[] flags)
        {
            var file = command.Path(name + ".tollgate");
            var result = await command.RunAsync(
                ["rehearse", Suite, "--target", "instant", "--quiet", "--json", "--out", file, .. flags]);
            result.Code.ShouldBe(0, result.ToString());
            return RunFile.Open(file).File!; // It was just written.
        }
    }

    [Fact]
    public async Task Rehearse_WithoutTheSideDoor_EndsWithASentenceForEachCall()
    {
        using var command = new Command();
        await using var server = NewServer();

        var result = await command.RunAsync(
            "rehearse", Suite, "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "instant", "--hurry",
            "1000", "--oracle", "off", "--json", "--out", command.Path("run.tollgate"));

        result.Code.ShouldBe(0, result.ToString());
        using var document = JsonDocument.Parse(result.Output);
        var root = document.RootElement;
        root.GetProperty("suite").GetProperty("stand_in").GetBoolean().ShouldBeFalse();
        var rehearsal = root.GetProperty("targets")[0].GetProperty("rehearsal");
        rehearsal.GetProperty("sessions").GetInt32().ShouldBe(4);
        rehearsal.GetProperty("scores").GetProperty("goals").GetProperty("value").GetDouble().ShouldBe(0);
    }

    [Fact]
    public async Task Rehearse_AProviderThatFailsNowAndThen_LeavesARunWhoseTotalsAddUp()
    {
        using var command = new Command();
        var faults = FaultPlan.None.Add("5% status=500", out _)!.Add("3% reset-mid-stream", out _)!;
        await using var server = NewServer(faults);

        var result = await command.RunAsync(
            "rehearse", Suite, "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "instant", "--hurry",
            "1000", "--repeat", "5", "--json", "--out", command.Path("run.tollgate"));

        result.Code.ShouldBe(0, result.ToString());
        using var document = JsonDocument.Parse(result.Output);
        var target = document.RootElement.GetProperty("targets")[0];
        int Of(string name) => target.GetProperty(name).GetInt32();
        Of("issued").ShouldBe(Of("completed") + Of("failed") + Of("cancelled") + Of("in_flight"));
        Of("failed").ShouldBeGreaterThan(0);
        var rehearsal = target.GetProperty("rehearsal");
        rehearsal.GetProperty("sessions").GetInt32().ShouldBe(20);
        rehearsal.GetProperty("endings").GetProperty("failed").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Rehearse_InVirtualTime_TwiceGivesTheSameBytesAndItsCallsCanBeReadAndScored()
    {
        using var command = new Command();
        for (var i = 0; i < 2; i++)
        {
            var run = await command.RunAsync(
                "rehearse", Suite, "--repeat", "5", "--inject", "wrong_value=0.1,fabrication=0.2", "--out",
                command.Path($"{i}.tollgate"), "--html", command.Path($"{i}.html"));
            run.Code.ShouldBe(0, run.ToString());
            run.Output.ShouldContain("these figures do not predict real ones");
            (await command.RunAsync("report", command.Path($"{i}.tollgate"), "--transcripts", command.Path($"{i}.jsonl")))
                .Code.ShouldBe(0);
        }

        File.ReadAllText(command.Path("0.jsonl")).ShouldBe(File.ReadAllText(command.Path("1.jsonl")));
        File.ReadAllText(command.Path("0.html")).ShouldContain("<ol class=\"talk\">");

        var read = await command.RunAsync("report", command.Path("0.tollgate"), "--transcript", "book_smyth#2@opus-4.7");
        read.Code.ShouldBe(0, read.ToString());
        read.Output.ShouldContain("caller: My road bike needs a repair");
        read.Output.ShouldContain("heard after");

        // What is scored of the transcripts is what was scored of the calls.
        var scored = await command.RunAsync("score", Suite, command.Path("0.jsonl"), "--json");
        var rehearsed = await command.RunAsync("report", command.Path("0.tollgate"), "--json");
        foreach (var target in new[] { 0, 1 })
        {
            Scores(scored.Output, target, "").ShouldBe(Scores(rehearsed.Output, target, "rehearsal"));
        }
    }

    [Fact]
    public async Task Score_ABadLine_LosesItselfAlone()
    {
        using var command = new Command();
        var file = command.Write("calls.jsonl",
            """
            {"session":"cancel","messages":[{"role":"user","content":"I want to cancel my repair, it is R 1 0 0 1."},{"role":"assistant","content":"Done."}]}
            {"session":"cancle","messages":[{"role":"user","content":"Hello"}]}
            no json
            """);

        var result = await command.RunAsync("score", Suite, file);

        result.Code.ShouldBe(2);
        result.Output.ShouldContain("transcripts: 1 calls");
        result.Diagnostics.ShouldContain("no session \"cancle\"; did you mean \"cancel\"?");
        result.Diagnostics.ShouldContain("calls.jsonl:3: the line is no JSON");
    }

    [Fact]
    public async Task Rehearse_ABadSuite_SaysAllThatIsWrongWithItsPlace()
    {
        using var command = new Command();
        var bad = Path.Combine(Path.GetDirectoryName(Suite)!, "bad.yaml");

        var result = await command.RunAsync("rehearse", bad);

        result.Code.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Diagnostics.Split('\n').Count(line => line.Contains("bad.yaml:", StringComparison.Ordinal)).ShouldBeGreaterThan(20);
    }

    private static SimulatedServer NewServer(FaultPlan? faults = null) => SimulatedServer.Start(new SimulatedServerOptions
    {
        TimeProvider = TimeProvider.System,
        Faults = faults ?? FaultPlan.None,
    });

    private static List<string> Scores(string json, int target, string under)
    {
        using var document = JsonDocument.Parse(json);
        var of = document.RootElement.GetProperty("targets")[target];
        var scores = (under.Length > 0 ? of.GetProperty(under) : of).GetProperty("scores");
        return [.. scores.EnumerateObject().Select(score =>
            $"{score.Name} {score.Value.GetProperty("sum").GetDouble()} of {score.Value.GetProperty("count").GetDouble()}").Order()];
    }
}
