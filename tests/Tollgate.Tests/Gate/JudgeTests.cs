using System.Text.Json;
using Tollgate.Figures;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Measures;
using Tollgate.Measures.Costs;
using Tollgate.Measures.OfCalls;
using Tollgate.Measures.OfExchanges;
using Tollgate.Reports.Json.Verdicts;
using Tollgate.Reports.Markdown;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Gate;

public class JudgeTests
{
    private static readonly Rubric Four = GateSamples.Rubric(
        3, GateSamples.FirstToken, GateSamples.Arguments, GateSamples.Fabrications, GateSamples.Cost);

    [Theory]
    [InlineData(350, 0.99, 0.07, VerdictOutcome.Adopt)]
    [InlineData(500, 0.9, 0.1, VerdictOutcome.Reject)] // no better: the wins are ruled out
    [InlineData(350, 0.6, 0.07, VerdictOutcome.Reject)] // faster, cheaper and wrong
    [InlineData(455, 0.92, 0.095, VerdictOutcome.Inconclusive)] // just about the margins
    public void Decide_ACandidate_GetsWhatItDeserves(
        double median, double right, double cost, VerdictOutcome expected)
    {
        var verdict = GateSamples.Decide(
            Four, GateSamples.Drawn("old", 200, 3), GateSamples.Drawn("new", 200, 4, median, right, cost));
        verdict.Outcome.ShouldBe(expected, string.Join('\n', verdict.Why));
        (verdict.More is null || expected == VerdictOutcome.Inconclusive).ShouldBeTrue();
        (verdict.Sessions, verdict.Unit, verdict.Currency).ShouldBe((200, "session", "USD"));
        verdict.Rows.Select(row => row.Criterion).ShouldBe(Four.Criteria);
        verdict.Why.ShouldNotBeEmpty();
    }

    [Fact]
    public void Decide_TheSameEvidence_IsTheSameVerdict()
    {
        var (old, other) = (GateSamples.Drawn("old", 60, 3), GateSamples.Drawn("new", 60, 4, 450));
        Document(GateSamples.Decide(Four, old, other)).ShouldBe(Document(GateSamples.Decide(Four, old, other)));
        Document(GateSamples.Decide(Four, old, other, seed: 2))
            .ShouldNotBe(Document(GateSamples.Decide(Four, old, other)));
    }

    // What a rubric does not name, such as a score that came after it, changes none of its draws.
    [Fact]
    public void Decide_EvidenceOfMoreThanTheRubricNames_IsTheSameVerdict()
    {
        var (old, other) = (GateSamples.Drawn("old", 60, 3), GateSamples.Drawn("new", 60, 4, 450));
        Document(GateSamples.Decide(Four, More(old), More(other))).ShouldBe(Document(GateSamples.Decide(Four, old, other)));

        static SideEvidence More(SideEvidence side) => side with
        {
            Figures = side.Figures.Append("a_new_score").ToHashSet(),
            Sessions = [.. side.Sessions.Select(static one => one with
            {
                Sums = new Dictionary<string, ScoreCount>(one.Sums) { ["a_new_score"] = new(1, 2) },
            })],
        };
    }

    // What a session is held against is the same script, wherever the two stand in their runs.
    [Fact]
    public void Decide_SessionsInAnotherOrder_AreStillPairedByNumber()
    {
        var (old, other) = (GateSamples.Drawn("old", 100, 3), GateSamples.Drawn("new", 100, 4, 450));
        var shuffled = other with { Sessions = [.. other.Sessions.OrderBy(one => (one.Id * 37) % 101)] };
        Document(GateSamples.Decide(Four, old, shuffled)).ShouldBe(Document(GateSamples.Decide(Four, old, other)));

        // The other way round nothing changes but the draws of the resampling.
        var turned = GateSamples.Decide(Four, old with { Sessions = [.. old.Sessions.Reverse()] }, other);
        foreach (var (row, same) in turned.Rows.Zip(GateSamples.Decide(Four, old, other).Rows))
        {
            var (one, two) = (row.Difference!.Value, same.Difference!.Value); // All have one.
            one.Value.ShouldBe(two.Value, Math.Abs(two.Value) * 1e-9);
            var noise = (two.Interval.Upper - two.Interval.Lower)!.Value / 12; // All are bounded.
            one.Interval.Lower!.Value.ShouldBe(two.Interval.Lower!.Value, noise); // The same.
            one.Interval.Upper!.Value.ShouldBe(two.Interval.Upper!.Value, noise); // The same.
        }

        // Were pairs lost, what the scripts have in common would be noise.
        var broken = other with
        {
            Sessions = [.. other.Sessions.Select(one => one with { Id = (one.Id * 37) % 100 })],
        };
        static double Width(Verdict verdict) => verdict.Rows[0].Difference!.Value.Interval is var interval
            ? (interval.Upper - interval.Lower)!.Value : 0; // All are bounded.
        Width(GateSamples.Decide(Four, old, broken)).ShouldBeGreaterThan(
            1.1 * Width(GateSamples.Decide(Four, old, other)));
    }

    [Fact]
    public void Decide_SidesExchanged_MirrorsTheDifference()
    {
        var (old, other) = (GateSamples.Drawn("old", 100, 3), GateSamples.Drawn("new", 100, 4, 420, 0.97, 0.08));
        var there = GateSamples.Decide(Four, old, other).Rows;
        var back = GateSamples.Decide(Four, other, old).Rows;
        foreach (var (row, mirrored) in there.Zip(back))
        {
            var (one, two) = (row.Difference!.Value, mirrored.Difference!.Value); // All have one.
            two.Value.ShouldBe(-one.Value, 1e-9);
            var slack = (one.Interval.Upper - one.Interval.Lower)!.Value / 100; // All are bounded.
            two.Interval.Lower!.Value.ShouldBe(-one.Interval.Upper!.Value, slack); // The same.
            two.Interval.Upper!.Value.ShouldBe(-one.Interval.Lower!.Value, slack); // The same.
            mirrored.Baseline!.Value.ShouldBe(row.Candidate!.Value);
            (row.Win == ClaimStatus.Shown && mirrored.Win == ClaimStatus.Shown).ShouldBeFalse("both cannot be better");
        }
    }

    // What neither side, or one alone, has is no pair.
    [Fact]
    public void Decide_SessionsOfOneSideAlone_AreNoEvidence()
    {
        var old = GateSamples.Drawn("old", 60, 3);
        var other = GateSamples.Drawn("new", 60, 4);
        var less = other with { Sessions = [.. other.Sessions.Where(one => one.Id >= 10)] };
        var verdict = GateSamples.Decide(Four, old with { Sessions = [.. old.Sessions.Take(50)] }, less);
        verdict.Sessions.ShouldBe(40);
        verdict.Rows.ShouldAllBe(row => row.Baseline!.N == row.Candidate!.N);
        verdict.Rows[1].Candidate!.N.ShouldBe(400);
        Judge.Refusals(Four, old with { Sessions = [.. old.Sessions.Take(10)] }, less)
            .ShouldHaveSingleItem().ShouldStartWith("no pair of sessions is left to judge by");
    }

    // By name on both sides; by an ending where either side ended so; and each pair by the first rule that fits it.
    [Fact]
    public void Decide_WhatTheRubricLeavesOut_CountsOnNeitherSideAndIsSaid()
    {
        var old = GateSamples.Drawn("old", 60, 3);
        var other = GateSamples.Drawn("new", 60, 4);
        var rubric = Four with
        {
            LeaveOut =
            [
                new LeaveOut("s3", null, "nothing is asked there"),
                new LeaveOut(null, SessionEnding.Stopped, "a person did it."),
                new LeaveOut("s59", null, "the last is cut"),
                new LeaveOut("none", null, "there is none"),
            ],
        };
        var verdict = GateSamples.Decide(
            rubric, Ended(old, SessionEnding.Stopped, 3, 10, 11), Ended(other, SessionEnding.Stopped, 11, 12, 59));
        verdict.Sessions.ShouldBe(55);
        verdict.Warnings.ShouldBe(
        [
            "1 pair is left out, as the rubric says: nothing is asked there.",
            "4 pairs are left out, as the rubric says: a person did it.",
        ]);
        verdict.Rows[1].Baseline!.N.ShouldBe(550);

        var same = GateSamples.Decide(
            Four, Without(old, 3, 10, 11, 12, 59), Without(other, 3, 10, 11, 12, 59));
        verdict.Rows.Select(row => row.Difference).ShouldBe(same.Rows.Select(row => row.Difference));
    }

    // A session that broke off is charged with what the other side's came to; a pair that is left out charges nobody.
    [Fact]
    public void Decide_ASessionThatBrokeOff_IsChargedOnceAndOnlyWhereItCounts()
    {
        var old = GateSamples.Drawn("old", 60, 3, right: 1);
        var other = GateSamples.Drawn("new", 60, 4, right: 1);
        var broke = Ended(other, SessionEnding.Failed, 5, 6) with { };
        broke = broke with
        {
            Sessions = [.. broke.Sessions.Select(one => one.Ending == SessionEnding.Failed
                ? one with { Sums = new Dictionary<string, ScoreCount> { [ToolArgumentsScore.Name] = new(2, 2) } }
                : one)],
        };
        var row = GateSamples.Decide(Four, old, broke).Rows[1];
        (row.Candidate!.N, row.Candidate.Failed, row.Candidate.Hits).ShouldBe((600, 16, 584));
        (row.Baseline!.N, row.Baseline.Failed, row.Baseline.Hits).ShouldBe((600, 0, 600));

        var lenient = Four with { LeaveOut = [new LeaveOut(null, SessionEnding.Failed, "a test")] };
        row = GateSamples.Decide(lenient, old, broke).Rows[1];
        (row.Candidate!.N, row.Candidate.Failed).ShouldBe((580, 0), "it is not in the numbers");
        row = GateSamples.Decide(lenient, broke, old).Rows[1];
        (row.Baseline!.N, row.Baseline.Failed).ShouldBe((580, 0), "nor on the other side");
    }

    // The reason for the convention: the slowest answers never come, and without their place the rest looks quick.
    [Fact]
    public void Decide_ACandidateThatTimesOut_GetsNoBetterQuantileForIt()
    {
        var old = GateSamples.Drawn("old", 100, 3);
        var other = GateSamples.Drawn("new", 100, 4);
        SideEvidence Cut(double[] instead) => other with
        {
            Sessions = [.. other.Sessions.Select(one => one with
            {
                Values = new Dictionary<string, double[]>
                {
                    [FirstToken.Measure.Name] =
                        [.. one.Values[FirstToken.Measure.Name].SelectMany(v => v < 600 ? [v] : instead)],
                },
            })],
        };
        var rubric = GateSamples.Rubric(1, GateSamples.FirstToken);
        var dropped = GateSamples.Decide(rubric, old, Cut([]));
        dropped.Outcome.ShouldBe(VerdictOutcome.Adopt, "what must not be: answers that never came were dropped");
        var kept = GateSamples.Decide(rubric, old, Cut([double.PositiveInfinity]));
        kept.Outcome.ShouldBe(VerdictOutcome.Reject);
        kept.Rows[0].Candidate!.Value.ShouldBeNull();
        kept.Rows[0].Candidate!.Failed.ShouldBeGreaterThan(0);
        kept.Rows[0].Notes.ShouldHaveSingleItem().ShouldStartWith("The candidate has no such quantile: ");
        GateSamples.Decide(rubric, Cut([double.PositiveInfinity]), Cut([double.PositiveInfinity])).Outcome
            .ShouldBe(VerdictOutcome.Inconclusive, "both fail alike: nobody is better");

        // Whatever is infinite, the documents can be written.
        using var json = JsonDocument.Parse(Document(kept));
        VerdictMarkdown.Render(kept).ShouldNotContain("∞");
        VerdictMarkdown.Render(kept).ShouldNotContain("NaN");
    }

    // The mean of values with a failure among them is infinite, on whichever side it is.
    [Fact]
    public void Decide_AMeanWithAFailureInIt_IsNeverWonByTheSideThatFailed()
    {
        var mean = GateSamples.FirstToken with
        {
            Name = "mean",
            Figure = FigureCatalog.Find(FirstToken.Measure.Name)!.Whole, // It is in the catalogue.
        };
        var old = GateSamples.Drawn("old", 60, 3);
        var quick = GateSamples.Drawn("new", 60, 4, 200);
        var failing = quick with
        {
            Sessions = [.. quick.Sessions.Select(one => one.Id != 7 ? one : one with
            {
                Values = new Dictionary<string, double[]> { [FirstToken.Measure.Name] = [double.PositiveInfinity] },
            })],
        };
        var rubric = GateSamples.Rubric(1, mean);
        GateSamples.Decide(rubric, old, quick).Outcome.ShouldBe(VerdictOutcome.Adopt);
        var verdict = GateSamples.Decide(rubric, old, failing);
        verdict.Outcome.ShouldNotBe(VerdictOutcome.Adopt);
        using var json = JsonDocument.Parse(Document(verdict));
        GateSamples.Decide(rubric, failing, old).Rows[0].BadLoss.ShouldNotBe(ClaimStatus.Shown);
    }

    // What is missing, on which side, what is said, and whether a reason in the rubric lets it pass.
    [Theory]
    [InlineData(true, "the run of old does not hold cost_per_session, which cost_per_session is judged by; expected a price for the target.")]
    [InlineData(false, "the run of new does not hold cost_per_session, which cost_per_session is judged by; expected a price for the target.")]
    public void Refusals_AFigureThatOneSideLacks_IsASentenceUnlessItMayBeMissing(bool isBaseline, string says)
    {
        var (old, other) = (GateSamples.Drawn("old", 60, 3), GateSamples.Drawn("new", 60, 4, 200, 1));
        static SideEvidence Free(SideEvidence side) => side with
        {
            Figures = side.Figures.Where(name => name != CostPerSession.Measure.Name).ToHashSet(),
        };
        var (one, two) = (isBaseline ? Free(old) : old, isBaseline ? other : Free(other));
        Judge.Refusals(Four, one, two).ShouldBe([says]);
        var lenient = Four with
        {
            Criteria = [.. Four.Criteria.SkipLast(1), GateSamples.Cost with { MayBeMissing = "it is free." }],
        };
        Judge.Refusals(lenient, one, two).ShouldBeEmpty();
        var verdict = GateSamples.Decide(lenient, one, two);
        verdict.Rows[3].Outcome.ShouldBe(RowOutcome.LeftOut);
        verdict.Rows[3].Notes.ShouldBe(["Left out, as the rubric allows: it is free."]);
        verdict.Outcome.ShouldBe(VerdictOutcome.Adopt, "three wins of three");
        using var json = JsonDocument.Parse(Document(verdict));

        // Where both have it, it is judged.
        GateSamples.Decide(lenient, old, other).Rows[3].Outcome.ShouldNotBe(RowOutcome.LeftOut);
    }

    [Fact]
    public void Refusals_AFigureWithoutAValue_IsASentence()
    {
        var (old, other) = (GateSamples.Drawn("old", 60, 3), GateSamples.Drawn("new", 60, 4));
        var empty = other with
        {
            Sessions = [.. other.Sessions.Select(one => one with
            {
                Sums = one.Sums.ToDictionary(
                    sum => sum.Key, sum => sum.Key == ToolArgumentsScore.Name ? default : sum.Value),
                Values = new Dictionary<string, double[]> { [FirstToken.Measure.Name] = [] },
            })],
        };
        Judge.Refusals(Four, old, empty).ShouldBe(
        [
            "new has not one value of first_token_ms in its sessions, so that first_token_ms.p95 cannot be judged.",
            "new has not one value of tool_arguments in its sessions, so that tool_arguments cannot be judged.",
        ]);
        var rubric = GateSamples.Rubric(0, new Criterion
        {
            Name = "mark",
            Figure = new Figure(FigureSource.Number, "mark", FigureKind.Mean, FigureUnit.Plain) { HasQuantiles = true },
            Better = BetterWhen.Higher,
            Win = new Margin(0.1, false),
            BadLoss = new Margin(0.1, false),
        });
        Judge.Refusals(rubric, old, other).ShouldBe(
        [
            "old has no number mark; expected --number mark=BASELINE.csv,CANDIDATE.csv.",
            "new has no number mark; expected --number mark=BASELINE.csv,CANDIDATE.csv.",
        ]);
    }

    // Two cents of a dollar are not two cents of a euro: neither between the sides, nor between the rubric and them.
    [Theory]
    [InlineData("USD", "USD", null, true)]
    [InlineData("USD", "EUR", null, false)]
    [InlineData("USD", "USD", "USD", true)]
    [InlineData("USD", "USD", "EUR", false)]
    [InlineData("EUR", "EUR", "EUR", true)]
    public void Refusals_AmountsInDifferentCurrencies_AreASentence(
        string baseline, string candidate, string? inTheRubric, bool isFine)
    {
        var rubric = GateSamples.Rubric(1, GateSamples.Cost with
        {
            AtMost = 0.5,
            Currency = inTheRubric,
        });
        var refusals = Judge.Refusals(
            rubric, GateSamples.Drawn("old", 60, 3) with { Currency = baseline },
            GateSamples.Drawn("new", 60, 4) with { Currency = candidate });
        refusals.Count.ShouldBe(isFine ? 0 : 1, string.Join('\n', refusals));
        refusals.ShouldAllBe(one => one.Contains("EUR") && one.Contains("USD"));
    }

    // Chance must not decide: with another seed the same evidence gives the same outcomes nearly always.
    [Fact]
    public void Decide_OtherSeeds_MoveBoundsByAFractionOfTheirWidth()
    {
        var (old, other) = (GateSamples.Drawn("old", 100, 3), GateSamples.Drawn("new", 100, 4, 450));
        var rubric = GateSamples.Rubric(1, GateSamples.FirstToken, GateSamples.Cost);
        var verdicts = Enumerable.Range(1, 8)
            .Select(seed => GateSamples.Decide(rubric, old, other, (ulong)seed)).ToList();
        foreach (var i in Enumerable.Range(0, 2))
        {
            var intervals = verdicts.Select(one => one.Rows[i].Difference!.Value.Interval).ToList(); // All have one.
            var width = intervals.Average(one => one.Upper - one.Lower)!.Value; // All are bounded.
            (intervals.Max(one => one.Lower) - intervals.Min(one => one.Lower))!.Value.ShouldBeLessThan(width / 6);
            (intervals.Max(one => one.Upper) - intervals.Min(one => one.Upper))!.Value.ShouldBeLessThan(width / 6);
        }
    }

    private static SideEvidence Ended(SideEvidence side, SessionEnding ending, params long[] ids) => side with
    {
        Sessions = [.. side.Sessions.Select(one => ids.Contains(one.Id) ? one with { Ending = ending } : one)],
    };

    private static SideEvidence Without(SideEvidence side, params long[] ids) =>
        side with { Sessions = [.. side.Sessions.Where(one => !ids.Contains(one.Id))] };

    private static string Document(Verdict verdict) => VerdictDocument.Of(verdict).ToJson();
}
