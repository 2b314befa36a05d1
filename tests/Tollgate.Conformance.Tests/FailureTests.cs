using System.Text.Json;
using System.Text.RegularExpressions;
using Tollgate.Simulator;
using Tollgate.Simulator.Faults;
using Tollgate.Simulator.Server;

namespace Tollgate.Conformance.Tests;

/// <summary>A run in which much failed looks like one, in every form.</summary>
public class FailureTests
{
    [Theory]
    [InlineData("100% status=500", "server_error")]
    [InlineData("100% status=401", "unauthorized")]
    [InlineData("100% status=404", "not_found")]
    [InlineData("100% reset-mid-stream", "reset_mid_stream")]
    public async Task Measure_NothingSucceeds_IsRedInvalidAndExitCode1(string fault, string kind)
    {
        using var command = new Command();
        await using var server = NewServer(fault);
        var result = await MeasureAsync(command, server, "--json");

        result.Code.ShouldBe(1, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("valid").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("headline").GetString()
            .ShouldBe($"Nothing succeeded: all 40 exchanges failed ({kind.Replace('_', ' ')})");
        var html = await File.ReadAllTextAsync(command.Path("a.html"));
        html.ShouldContain("<h1 class=\"alarm\">Nothing succeeded");
        html.ShouldContain("not valid: nothing succeeded");
        html.ShouldNotContain("class=\"good\"");
        (await command.RunAsync("report", "a.tollgate")).Code.ShouldBe(1);
        (await command.RunAsync("report", "a.tollgate", "--markdown")).Output.ShouldContain("**Nothing succeeded");
    }

    [Fact]
    public async Task Measure_MostFails_SaysSoBeforeAnyLatency()
    {
        using var command = new Command();
        await using var server = NewServer("60% status=529");
        var result = await MeasureAsync(command, server);

        result.Code.ShouldBe(0, result.ToString());
        var said = result.Output.IndexOf("of the exchanges with instant failed", StringComparison.Ordinal);
        said.ShouldBeInRange(0, result.Output.IndexOf("First token", StringComparison.Ordinal));
        result.Output.ShouldContain("every latency is of those that got through");
        var html = await File.ReadAllTextAsync(command.Path("a.html"));
        Regex.IsMatch(html, "<h1 class=\"alarm\">[0-9.]+% .*of the exchanges with instant failed").ShouldBeTrue();
        Regex.IsMatch(html, "Before you believe this</h2>\\s*<ul><li>instant: [0-9]+ of 40 exchanges failed").ShouldBeTrue();
        html.ShouldNotContain("class=\"good\"");
    }

    [Fact]
    public async Task Rehearse_NoCallReachesItsEnd_IsRedAndExitCode1()
    {
        using var command = new Command();
        await using var server = NewServer("100% status=500");
        var result = await command.RunAsync(
            "rehearse", "salon", "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "instant",
            "--sessions", "move_cut_delgado", "--hurry", "100", "--out", "a.tollgate", "--json", "--timeout", "5s");

        result.Code.ShouldBe(1, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("valid").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("headline").GetString().ShouldNotBeNull().ShouldStartWith("Nothing succeeded");
    }

    // A model that answers and follows no script: its numbers stand, and nobody takes them for a good run.
    [Fact]
    public async Task Rehearse_EveryCallLeavesTheScript_IsRed()
    {
        using var command = new Command();
        await using var server = NewServer(null);
        var result = await command.RunAsync(
            "rehearse", "salon", "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "instant",
            "--stand-in", "off", "--sessions", "move_cut_delgado", "--hurry", "100", "--out", "a.tollgate", "--html", "a.html");

        result.Code.ShouldBe(0, result.ToString());
        result.Output.ShouldContain("No call reached its end: 1 ");
        (await File.ReadAllTextAsync(command.Path("a.html"))).ShouldContain("<h1 class=\"alarm\">No call reached its end");
    }

    [Fact]
    public async Task Report_RunsOfSeveralKinds_HasASectionForEach()
    {
        using var command = new Command();
        await using var server = NewServer(null);
        (await MeasureAsync(command, server)).Code.ShouldBe(0);
        (await command.RunAsync(
            "measure", "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "instant", "--rate", "100/s",
            "--requests", "40", "--max-tokens", "4", "--out", "b.tollgate")).Code.ShouldBe(0);
        (await command.RunAsync("rehearse", "salon", "--target", "gpt-5.5", "--sessions", "move_cut_delgado", "--out", "c.tollgate"))
            .Code.ShouldBe(0);

        var result = await command.RunAsync("report", "a.tollgate", "b.tollgate", "c.tollgate", "--json", "--html", "all.html");

        result.Code.ShouldBe(0, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("targets").GetArrayLength().ShouldBe(3);
        json.RootElement.TryGetProperty("comparison", out _).ShouldBeFalse();
        json.RootElement.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("kind").GetString())
            .ShouldBe([
                "Requests in a closed loop, over sockets", "Requests in an open loop, over sockets",
                "Calls of salon, in virtual time",
            ]);
        (await File.ReadAllTextAsync(command.Path("all.html"))).ShouldContain("<h1>3 kinds of runs");
    }

    [Fact]
    public async Task Report_TwoRunsOfOneServer_CallsNeitherFaster()
    {
        using var command = new Command();
        await using var server = NewServer(null);
        string[] runs = ["a", "b", "c", "d"];
        foreach (var run in runs)
        {
            (await command.RunAsync(
                "measure", "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "instant", "--requests", "40",
                "--concurrency", "4", "--max-tokens", "4", "--name", run is "a" or "b" ? "first" : "second",
                "--out", run + ".tollgate")).Code.ShouldBe(0);
        }

        using var two = JsonDocument.Parse((await command.RunAsync("report", "a.tollgate", "c.tollgate", "--json")).Output);
        var moments = two.RootElement.GetProperty("comparison");
        moments.GetProperty("basis").GetString().ShouldBe("two_moments");
        moments.GetProperty("direction").GetString().ShouldBe("not_shown");
        two.RootElement.GetProperty("recommendations").EnumerateArray()
            .ShouldAllBe(advice => !advice.GetProperty("shown").GetBoolean());

        using var four = JsonDocument.Parse((await command.RunAsync(
            "report", "a.tollgate", "b.tollgate", "c.tollgate", "d.tollgate", "--json")).Output);
        var runsASide = four.RootElement.GetProperty("comparison");
        runsASide.GetProperty("basis").GetString().ShouldBe("several_runs");
        runsASide.GetProperty("baseline").GetString().ShouldBe("first (2 runs)");
        runsASide.GetProperty("candidate").GetString().ShouldBe("second (2 runs)");
    }

    private static Task<Command.Result> MeasureAsync(Command command, SimulatedServer server, params string[] flags) =>
        command.RunAsync([
            "measure", "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "instant", "--concurrency", "8",
            "--requests", "40", "--max-tokens", "4", "--seed", "3", "--out", "a.tollgate", "--html", "a.html", .. flags,
        ]);

    private static SimulatedServer NewServer(string? fault) => SimulatedServer.Start(new SimulatedServerOptions
    {
        TimeProvider = TimeProvider.System,
        Faults = fault is null ? FaultPlan.None : FaultPlan.None.Add(fault, out _).ShouldNotBeNull(),
    });
}
