using System.Text.Json;
using Tollgate.Gate.Ledgers;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;
using Tollgate.Simulator;
using Tollgate.Simulator.Server;

namespace Tollgate.Conformance.Tests;

/// <summary>Runs that are registered under a published rubric before they begin, and what a gate makes of
/// them.</summary>
public sealed class RegistrationTests : IDisposable
{
    private static readonly string Suite =
        Path.Combine(ReadmeTests.Root, "tests", "Tollgate.Tests", "Suites", "Files", "good.yaml");

    private readonly Command command = new();

    [Fact]
    public async Task Rehearse_UnderARubric_RegistersFirstAndIsJudgedByTheChain()
    {
        await PublishAsync("quick.yaml", GateRuns.Quick);
        await RehearseAsync("base", "gpt-5.5");
        await RehearseAsync("cand", "opus-4.7");
        var ledger = ReadLedger();
        ledger.Entries.Count.ShouldBe(3);
        var run = ledger.Entries[1].Run.ShouldNotBeNull();
        (run.Publication, run.Command, run.Suite, run.Part, run.Sessions).ShouldBe((1, "rehearse", "workshop", 1, 40));
        run.Targets.ShouldBe(["gpt-5.5"]);
        run.Seed.ShouldBe(ledger.Entries[2].Run.ShouldNotBeNull().Seed);
        using (var file = RunFile.Open(command.Path("base.tollgate")).File.ShouldNotBeNull())
        {
            file.Info.Registration.ShouldBe(new RunRegistration(2, ledger.Entries[1].Hash));
            file.Info.Seed.ShouldBe(run.Seed);
            file.Configuration.ShouldBeOfType<RehearseConfiguration>().Seed.ShouldBe(run.Seed);
        }

        // A second part has another seed, and one that is never judged shows.
        await RehearseAsync("more", "opus-4.7", "--part", "2");
        ReadLedger().Entries[3].Run.ShouldNotBeNull().Seed.ShouldNotBe(run.Seed);
        using var verdict = await GateAsync(0, "quick.yaml", "base", "cand");
        foreach (var (side, entry) in new[] { ("baseline", 2), ("candidate", 3) })
        {
            var one = verdict.RootElement.GetProperty(side).GetProperty("runs")[0];
            one.GetProperty("registered").GetBoolean().ShouldBeTrue();
            one.GetProperty("entry").GetInt64().ShouldBe(entry);
        }

        var record = verdict.RootElement.GetProperty("record");
        record.GetProperty("entry").GetInt64().ShouldBe(5);
        record.GetProperty("head").GetString().ShouldBe(ReadLedger().Head.ToString());
        record.GetProperty("publication").GetString().ShouldBe(ledger.Entries[0].Head.ToString());
        record.GetProperty("runs_never_judged").GetInt32().ShouldBe(1);
        Warnings(verdict).ShouldBe(["One other registered run under the rubric quick was started and never judged (entry 4), 1 with gpt-5.5 or opus-4.7."]);
        ReadLedger().Entries[4].Verdict.ShouldNotBeNull().Registered.Select(one => one.Entry).ShouldBe([2, 3]);
        (await command.RunAsync("ledger", "verify")).Output.ShouldContain("1 rubric published, 3 runs registered, 1 verdict, since ");
    }

    // Nothing is sent and nothing appended: the rubric, the flags, and what is said.
    [Theory]
    [InlineData("--rubric other.yaml", "other.yaml: the rubric other is not in ledger.jsonl")]
    [InlineData("--rubric changed.yaml", "changed.yaml: this is not the rubric quick that was published on ")]
    [InlineData("--rubric comment.yaml", "its comments or its layout were changed since it was published")]
    [InlineData("--rubric quick.yaml --seed 7", "--seed: found 7 beside --rubric; expected no seed, since ")]
    [InlineData("--rubric quick.yaml --part 0", "--part: found 0; expected a number from 1 to 1000")]
    [InlineData("--rubric quick.yaml --ledger none.jsonl", "none.jsonl: there is no such file")]
    [InlineData("--rubric none.yaml", "there is no file \"none.yaml\"; expected a rubric")]
    [InlineData("--rubric quick.yaml --sign-key none.pem", "there is no file \"none.pem\"; expected a private key")]
    [InlineData("--rubric quick.yaml --out quick.yaml", "quick.yaml: there is such a file already")]
    [InlineData("--rubric quick.yaml --html ledger.jsonl", "ledger.jsonl: the command uses this file for something else")]
    [InlineData("--part 2", "--part: is given without --rubric; expected the published rubric that is to judge the run")]
    [InlineData("--ledger l.jsonl", "--ledger: is given without --rubric")]
    [InlineData("--sign-key k.pem", "--sign-key: is given without --rubric")]
    public async Task Run_WithWhatCannotBeRegistered_IsExitCode2(string flags, string says)
    {
        await PublishAsync("quick.yaml", GateRuns.Quick);
        command.Write("other.yaml", GateRuns.Quick.Replace("rubric: quick", "rubric: other"));
        command.Write("changed.yaml", GateRuns.Quick.Replace("win: 1 %", "win: 2 %"));
        command.Write("comment.yaml", GateRuns.Quick + "# more\n");
        var before = await File.ReadAllBytesAsync(command.Path("ledger.jsonl"));
        string[][] commands =
        [
            ["rehearse", Suite, "--target", "gpt-5.5"],
            ["measure", "--url", "http://127.0.0.1:9", "--wire", "openai-chat", "--model", "m", "-n", "1", "-c", "1"],
        ];
        foreach (var arguments in commands)
        {
            string[] all = [.. arguments, .. flags.Split(' '), .. flags.Contains("--out") ? [] : new[] { "--out", "r.tollgate" }];
            var result = await command.RunAsync(all);
            result.Code.ShouldBe(2, result.ToString());
            result.Output.ShouldBeEmpty();
            result.Diagnostics.ShouldContain(says);
            result.Diagnostics.TrimEnd().ShouldNotContain('\n');
            File.Exists(command.Path("r.tollgate")).ShouldBeFalse();
            (await File.ReadAllBytesAsync(command.Path("ledger.jsonl"))).ShouldBe(before);
        }
    }

    // The rubric of a name that was published last is the one in force; the older one is published anew, not reused.
    [Fact]
    public async Task Rehearse_UnderARubricThatWasReplaced_IsRefusedUntilItIsPublishedAnew()
    {
        await PublishAsync("quick.yaml", GateRuns.Quick);
        await PublishAsync("stricter.yaml", GateRuns.Quick.Replace("win: 1 %", "win: 2 %"));
        var refused = await command.RunAsync("rehearse", Suite, "--target", "gpt-5.5", "--rubric", "quick.yaml", "--out", "r.tollgate");
        refused.Code.ShouldBe(2, refused.ToString());
        refused.Diagnostics.ShouldContain("quick.yaml: the rubric quick of entry 1 was replaced by that of entry 2; expected the one in force");
        (await command.RunAsync("rubric", "check", "quick.yaml")).Output.ShouldContain("Entry 2 replaced it: runs from then on are judged by that one.");
        (await command.RunAsync("rubric", "publish", "--no-power", "quick.yaml")).Output.ShouldContain("entry 3 of ledger.jsonl");
        (await command.RunAsync("rehearse", Suite, "--target", "gpt-5.5", "--rubric", "quick.yaml", "--out", "r.tollgate", "--quiet")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Rehearse_UnderARubricWithASeed_HasThatSeed()
    {
        await PublishAsync("quick.yaml", GateRuns.Quick + "seed: 7\n");
        await RehearseAsync("base", "gpt-5.5", "--seed", "7");
        await RehearseAsync("more", "gpt-5.5", "--part", "2");
        var seeds = ReadLedger().Entries.Select(entry => entry.Run?.Seed).OfType<ulong>().ToList();
        seeds[0].ShouldBe(7UL);
        seeds[1].ShouldNotBe(7UL);
    }

    [Fact]
    public async Task Measure_UnderARubric_RegistersBeforeItSends()
    {
        await PublishAsync("quick.yaml", GateRuns.Quick);
        await using var server = SimulatedServer.Start(new SimulatedServerOptions { TimeProvider = TimeProvider.System });
        var result = await command.RunAsync(
            "measure", "--url", server.Url.AbsoluteUri, "--wire", "openai-chat", "--model", "gpt-5.5", "-n", "2", "-c", "1",
            "--max-tokens", "5", "--rubric", "quick.yaml", "--out", "m.tollgate", "--quiet");
        result.Code.ShouldBe(0, result.ToString());
        var run = ReadLedger().Entries[1].Run.ShouldNotBeNull();
        (run.Command, run.Suite, run.Sessions).ShouldBe(("measure", null, 2));
        using var file = RunFile.Open(command.Path("m.tollgate")).File.ShouldNotBeNull();
        file.Info.Seed.ShouldBe(run.Seed);
        file.Info.Registration.ShouldNotBeNull().Entry.ShouldBe(2);
    }

    // A run that was registered is worth nothing without its ledger: cut, written anew, or of somebody else.
    [Fact]
    public async Task Gate_WithAnotherLedgerThanTheRunsWereRegisteredIn_IsRefused()
    {
        await PublishAsync("quick.yaml", GateRuns.Quick);
        await RehearseAsync("base", "gpt-5.5");
        await RehearseAsync("cand", "opus-4.7");
        (await command.RunAsync("rubric", "publish", "--no-power", "quick.yaml", "--ledger", "other.jsonl")).Code.ShouldBe(0);
        var result = await command.RunAsync(
            "gate", "--rubric", "quick.yaml", "--baseline", "base.tollgate", "--candidate", "cand.tollgate", "--ledger", "other.jsonl");
        result.Code.ShouldBe(5, result.ToString());
        result.Diagnostics.ShouldContain("base.tollgate: the run was registered as entry 2 (");
        result.Diagnostics.ShouldContain("and other.jsonl has no such entry there; expected the ledger that it was registered in.");
    }

    // Shopping: another rubric, and the sides exchanged, on runs that were judged before.
    [Fact]
    public async Task Gate_RunsThatNobodyRegistered_SaysWhatThatMeansAndHowOftenTheyWereJudged()
    {
        await PublishAsync("quick.yaml", GateRuns.Quick);
        await PublishAsync("other.yaml", GateRuns.Quick.Replace("rubric: quick", "rubric: other"));
        foreach (var (name, target) in new[] { ("base", "gpt-5.5"), ("cand", "opus-4.7") })
        {
            (await command.RunAsync(
                "rehearse", Suite, "--target", target, "--seed", "7", "--repeat", "10", "--no-post-call", "--quiet", "--out",
                name + ".tollgate")).Code.ShouldBe(0);
        }

        using var first = await GateAsync(0, "quick.yaml", "base", "cand");
        Warnings(first).ShouldBe(["base and cand were not registered before they began: nobody can tell how many other runs or seeds were tried, and the seed 7 was free to choose. `--rubric` registers a run."]);
        first.RootElement.GetProperty("baseline").GetProperty("runs")[0].GetProperty("registered").GetBoolean().ShouldBeFalse();
        using var second = await GateAsync(0, "other.yaml", "base", "cand");
        Warnings(second)[1].ShouldBe("These runs were judged once before, by 1 other rubric: adopt 1.");
        using var third = await GateAsync(4, "quick.yaml", "cand", "base");
        Warnings(third)[1].ShouldBe("These runs were judged 2 times before with baseline and candidate exchanged: adopt 2.");
        var record = third.RootElement.GetProperty("record");
        record.GetProperty("verdicts_exchanged").GetInt32().ShouldBe(2);
        record.GetProperty("verdicts_by_other_rubrics").GetInt32().ShouldBe(0);

        // A newer rubric of the name came after the runs: neither it nor the older one judges what is not its own.
        command.Write("quick.yaml", GateRuns.Quick.Replace("win: 1 %", "win: 0.1 %"));
        (await command.RunAsync("rubric", "publish", "--no-power", "quick.yaml")).Code.ShouldBe(0);
        var late = await command.RunAsync(Arguments("quick.yaml", "base", "cand"));
        late.Code.ShouldBe(5, late.ToString());
        late.Diagnostics.ShouldContain("the run began before the rubric was published on ");
    }

    public void Dispose() => command.Dispose();

    private static List<string?> Warnings(JsonDocument verdict) =>
        [.. verdict.RootElement.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString())];

    private static string[] Arguments(string rubric, string baseline, string candidate) =>
    [
        "gate", "--rubric", rubric, "--baseline", baseline + ".tollgate", "--candidate", candidate + ".tollgate", "--json",
    ];

    private async Task<JsonDocument> GateAsync(int code, string rubric, string baseline, string candidate)
    {
        var result = await command.RunAsync(Arguments(rubric, baseline, candidate));
        result.Code.ShouldBe(code, result.ToString());
        return JsonDocument.Parse(result.Output);
    }

    private async Task PublishAsync(string name, string text)
    {
        command.Write(name, text);
        var result = await command.RunAsync("rubric", "publish", "--no-power", name);
        result.Code.ShouldBe(0, result.ToString());
    }

    private async Task RehearseAsync(string name, string target, params string[] more)
    {
        var result = await command.RunAsync(
        [
            "rehearse", Suite, "--target", target, "--rubric", "quick.yaml", "--repeat", "10", "--no-post-call", "--quiet",
            "--out", name + ".tollgate", .. more,
        ]);
        result.Code.ShouldBe(0, result.ToString());
    }

    private Ledger ReadLedger() =>
        Ledger.Read(File.ReadAllBytes(command.Path("ledger.jsonl")), "ledger.jsonl").Ledger.ShouldNotBeNull();
}
