using Tollgate.Exchanges;
using Tollgate.Gate.Evidence;
using Tollgate.Reports.Json;
using Tollgate.Reports.Json.Figures;
using Tollgate.Results;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;
using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Statistics;
using Tollgate.Tests.Measures;
using Tollgate.Tests.Reports;
using Tollgate.Tests.Runs;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Gate;

/// <summary>The evidence of a run beside the report on it: the same numbers.</summary>
public sealed class EvidenceReadTests : IDisposable
{
    private readonly RunFolder folder = new();

    [Theory]
    [InlineData(MeasureKind.Warm)]
    [InlineData(MeasureKind.SomeFresh)] // those that opened a connection are in no latency
    [InlineData(MeasureKind.OnlyFresh)] // there is nothing else
    [InlineData(MeasureKind.Cold)] // it was asked for
    public async Task Read_AMeasuredRun_HasTheReportsFigures(MeasureKind kind)
    {
        var plan = kind == MeasureKind.Cold
            ? EvidenceRuns.MeasurePlan.Replace("\"seed\":1", "\"seed\":1,\"cold\":true")
            : EvidenceRuns.MeasurePlan;
        plan = plan.Replace("\"seed\":1", "\"seed\":1,\"limits\":{\"first_token\":\"450ms\",\"task\":\"3s\"}");
        var exchanges = SampleRun.Exchanges(
            new SampleRun.Model("a", 400, 80, 120), 300, StampSource.Kernel, new RandomStream(3)).Select((exchange, i) =>
                kind == MeasureKind.Warm || (kind == MeasureKind.SomeFresh && i % 5 > 0) ? exchange : Fresh(exchange));
        using var run = await folder.WriteAsync(EvidenceRuns.Measured with { Configuration = RunConfigurationJson.Read(plan, isRehearsal: false) }, exchanges);
        var evidence = Read(run, "a");
        var document = MeasureDocument.Of(RunReport.Of([run])).Targets[0];

        evidence.Sessions.Count.ShouldBe(300);
        ShouldBeOf(evidence, "first_token_ms", document.FirstTokenMs);
        ShouldBeOf(evidence, "first_token_from_intended_ms", document.FirstTokenFromIntendedMs);
        ShouldBeOf(evidence, "first_answer_ms", document.FirstAnswerMs);
        ShouldBeOf(evidence, "wait_ms", document.WaitMs);
        ShouldBeOf(evidence, "task_ms", document.TaskMs);
        ShouldBeOf(evidence, "tokens_per_second", document.TokensPerSecond);
        ShouldBeOf(evidence, "output_tokens", document.OutputTokens);

        // The report counts gaps in steps of 1/1024 of their size.
        ShouldBeOf(evidence, "gap_ms", document.GapMs, CountingDistribution.RelativeResolution);
        Sum(evidence, "goodput").ShouldBe(new ScoreCount(document.Goodput!.Good, document.Goodput.Of));
        Sum(evidence, "failures").ShouldBe(new ScoreCount(0, 300));
        Sum(evidence, "cost_per_session").Value!.Value.ShouldBe((double)document.Cost!.PerSession!.Value, 5e-9);
        evidence.Currency.ShouldBe("USD");
        evidence.Runs.ShouldBe([(run.Name, run.CheckSeal().Hex!)]);
        evidence.Sessions[7].ShouldSatisfyAllConditions(
            task => task.Id.ShouldBe(7), task => task.Name.ShouldBe(""), task => task.Ending.ShouldBeNull());
    }

    [Fact]
    public async Task Read_ARehearsal_HasTheReportsFigures()
    {
        using var run = await RehearsalAsync();
        var evidence = Read(run, "a");
        var document = MeasureDocument.Of(RunReport.Of([run])).Targets[0];
        var felt = document.Rehearsal.ShouldNotBeNull();

        evidence.Sessions.Count.ShouldBe(40);
        ShouldBeOf(evidence, "perceived_ms", felt.PerceivedLatencyMs);
        ShouldBeOf(evidence, "first_clause_ms", felt.FirstClauseMs);
        ShouldBeOf(evidence, "task_ms", felt.TaskMs);
        ShouldBeOf(evidence, "dead_air_ms", felt.DeadAirMs);
        ShouldBeOf(evidence, "length_s", felt.SessionSeconds);
        Sum(evidence, "within_budget").Value!.Value.ShouldBe(felt.WithinBudget!.Value, 1e-6);
        Sum(evidence, "dry_turns").Value!.Value.ShouldBe(felt.Underruns.Share!.Value, 1e-6);
        Sum(evidence, "goals").Value!.Value.ShouldBe(felt.Scores["goals"].Value, 1e-6);

        // Of every request, as the target has it.
        ShouldBeOf(evidence, "first_token_ms", document.FirstTokenMs);
        ShouldBeOf(evidence, "wait_ms", document.WaitMs);
        ShouldBeOf(evidence, "tokens_per_second", document.TokensPerSecond);
        Sum(evidence, "cost_per_session").Value!.Value.ShouldBe((double)document.Cost!.PerSession!.Value, 5e-9);
        evidence.Sessions[3].ShouldSatisfyAllConditions(
            session => session.Name.ShouldBe("call"), session => session.Repetition.ShouldBe(3),
            session => session.Ending.ShouldBe(SessionEnding.Finished));
        evidence.Figures.ShouldContain("labels", "the run holds it, though no session had a trial of it");
    }

    // What was counted when the calls were played is taken where it is all that would be counted now: by the same rules,
    // and with every score, so that files from before a score was there have it too.
    [Theory]
    [InlineData(SessionScorer.Version, "", 99)]
    [InlineData(SessionScorer.Version, TurnsScore.Name, 2)]
    [InlineData(SessionScorer.Version + 1, "", 2)]
    public async Task Read_StoredCounts_AreTakenWhereTheyAreWholeAndCurrent(int version, string lacks, double goals)
    {
        using var run = RunFolder.Open(await SampleRehearsal.WriteAsync(
            folder, SampleRehearsal.Yaml, record => record with
            {
                ScorerVersion = version,
                Scores = record.Scores.Where(one => one.Key != lacks).ToDictionary(
                    static one => one.Key, static one => one.Key == GoalsScore.Name ? (99, 99, 0) : one.Value),
            }));
        var session = Read(run, "good").Sessions[0];
        session.Sums[GoalsScore.Name].Count.ShouldBe(goals);
        session.Sums.Keys.ShouldContain(TurnsScore.Name);
    }

    [Fact]
    public async Task Read_WhatIsWanted_IsAllThatIsKept()
    {
        using var run = await RehearsalAsync();
        var all = Read(run, "a");
        var one = GateEvidence.Read([run], "a", wanted: new HashSet<string> { "perceived_ms" }).Evidence.ShouldNotBeNull();
        one.Figures.ShouldBe(all.Figures, ignoreOrder: true);
        one.Sessions.ShouldAllBe(session => session.Values.Keys.SequenceEqual(new[] { "perceived_ms" }));
        one.Sessions.SelectMany(session => session.Values["perceived_ms"])
            .ShouldBe(all.Sessions.SelectMany(session => session.Values["perceived_ms"]));
        Sum(one, "goals").ShouldBe(Sum(all, "goals"));
    }

    [Fact]
    public async Task Read_SeveralRuns_FollowOneAnotherWithIdsOfTheirPlace()
    {
        using var first = await RehearsalAsync();
        using var second = await RehearsalAsync();
        var evidence = GateEvidence.Read([first, second], "a").Evidence.ShouldNotBeNull();
        evidence.Runs.Select(run => run.Name).ShouldBe(["run0", "run1"]);
        evidence.Sessions.Count.ShouldBe(80);
        evidence.Sessions.Select(session => session.Id).ShouldBeUnique();
        evidence.Sessions[0].Id.ShouldBe(0);
        evidence.Sessions[43].Id.ShouldBe((1L << 40) + 3);
        (SessionIds.PlaceOf(evidence.Sessions[43].Id), SessionIds.NumberOf(evidence.Sessions[43].Id)).ShouldBe((1, 3));
        evidence.Sessions[43].Values["perceived_ms"].ShouldBe(evidence.Sessions[3].Values["perceived_ms"]);
    }

    [Theory]
    [InlineData(null, "the run has 2 targets; expected the name of one of a, b.")]
    [InlineData("c", "the run has no target \"c\"; did you mean \"a\"?")]
    [InlineData("gpt-5.5", "the run has no target \"gpt-5.5\"; expected one of a, b.")]
    public async Task Read_ATargetThatIsNotMeant_ListsThem(string? target, string error)
    {
        using var run = await folder.WriteAsync(EvidenceRuns.Measured, []);
        var read = GateEvidence.Read([run], target);
        read.Evidence.ShouldBeNull();
        read.Errors.ShouldBe([$"{run.Path}: {error}"]);
    }

    [Fact]
    public async Task Read_TheOnlyTarget_NeedsNoName()
    {
        var info = EvidenceRuns.Measured with { Targets = [Recorded.Target("alone")] };
        using var run = await folder.WriteAsync(info, [Recorded.Completed(100) with { Target = "alone" }]);
        using var other = await folder.WriteAsync(EvidenceRuns.Measured, []);
        var evidence = GateEvidence.Read([run], null).Evidence.ShouldNotBeNull();
        evidence.Target.ShouldBe("alone");
        evidence.Figures.ShouldNotContain("cost_per_session", "it has no price");
        evidence.Figures.ShouldNotContain("goodput", "no limits were set");
        evidence.Figures.ShouldNotContain("perceived_ms", "it is no rehearsal");
        GateEvidence.Read([run, other], null).Errors.ShouldHaveSingleItem().ShouldStartWith(other.Path);
    }

    [Fact]
    public async Task Read_WithNumbers_HasThemAndTheirDigest()
    {
        using var run = await RehearsalAsync();
        var marks = NumberFile.Read("session,value\ncall,4\ncall#3,5\n", "marks.csv").Numbers.ShouldNotBeNull();
        var read = GateEvidence.Read([run], "a", [("mark", marks)]);
        var digest = read.Evidence!.Numbers.ShouldHaveSingleItem(); // It was read.
        (digest.Number, digest.Target, digest.Run, digest.Seal, digest.File)
            .ShouldBe(("mark", "a", run.Name, run.CheckSeal().Hex, "marks.csv"));
        Sum(read.Evidence!, "mark").ShouldBe(new ScoreCount(9, 2));
        var wrong = NumberFile.Read("session,value\ncall#99,4\n", "marks.csv").Numbers.ShouldNotBeNull();
        GateEvidence.Read([run], "a", [("mark", wrong)]).Errors
            .ShouldBe(["marks.csv:2: the run has no session \"call#99\" with a; did you mean \"call#19\"?"]);
    }

    public void Dispose() => folder.Dispose();

    public enum MeasureKind
    {
        Warm,
        SomeFresh,
        OnlyFresh,
        Cold,
    }

    private static SideEvidence Read(RunFile run, string target)
    {
        var read = GateEvidence.Read([run], target);
        read.Errors.ShouldBeEmpty();
        return read.Evidence.ShouldNotBeNull();
    }

    private static ScoreCount Sum(SideEvidence evidence, string name) => evidence.Sessions
        .Aggregate(default(ScoreCount), (sum, session) => sum + session.Sums.GetValueOrDefault(name));

    private static void ShouldBeOf(
        SideEvidence evidence, string measure, QuantilesDocument document, double relative = 0)
    {
        evidence.Figures.ShouldContain(measure);
        double[] values = [.. evidence.Sessions
            .SelectMany(session => session.Values.TryGetValue(measure, out var own) ? own : []).Order()];
        values.LongLength.ShouldBe(document.N, measure);
        foreach (var (p, expected) in new[] { (0.5, document.P50), (0.9, document.P90), (0.95, document.P95) })
        {
            var value = Quantiles.OfSorted(values, p);
            value.ShouldBe(expected.ShouldNotBeNull(measure), 1e-6 + (relative * value), $"{measure} at {p}");
        }

        values[^1].ShouldBe(document.Max!.Value, 1e-6, measure);
        values.Average().ShouldBe(document.Mean!.Value, 1e-6, measure);
    }

    private static Exchange Fresh(Exchange exchange) => exchange with
    {
        Timeline = exchange.Timeline with
        {
            ConnectStartNs = exchange.Timeline.IntendedNs, ConnectedNs = exchange.Timeline.SentNs,
        },
    };

    // 40 calls of 3 turns with two requests each.
    private Task<RunFile> RehearsalAsync()
    {
        var random = new RandomStream(5);
        var exchanges = new List<Exchange>();
        var sessions = new List<SessionRecord>();
        for (var session = 0L; session < 40; session++)
        {
            var turns = Enumerable.Range(1, 3).Select(turn => EvidenceRuns.Turn(turn, 700 + (200 * random.NextDouble()))).ToList();
            sessions.Add(EvidenceRuns.Scored(
                EvidenceRuns.Call(session, turns, repetition: (int)session),
                ("goals", random.Next(3), 2), ("labels", 0, 0)));
            for (var turn = 1; turn <= 3; turn++)
            {
                exchanges.Add(EvidenceRuns.Request(exchanges.Count, session, turn, random));
                exchanges.Add(EvidenceRuns.Request(exchanges.Count, session, turn, random));
            }
        }

        return folder.WriteAsync(EvidenceRuns.Rehearsed, exchanges, sessions);
    }
}
