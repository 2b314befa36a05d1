using Tollgate.Figures;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.Tests.Gate;

public class RowJudgeTests
{
    // A margin of 10 for a win and of 20 for a bad loss: the better direction, the difference's interval, what it shows
    // of a win and of a bad loss, and what becomes of the row.
    [Theory]
    [InlineData(BetterWhen.Lower, -30.0, -11.0, ClaimStatus.Demonstrated, ClaimStatus.Refuted, RowOutcome.Won)]
    [InlineData(BetterWhen.Lower, -30.0, -10.0, ClaimStatus.Open, ClaimStatus.Refuted, RowOutcome.NonInferior)] // just the margin
    [InlineData(BetterWhen.Lower, -30.0, -9.0, ClaimStatus.Open, ClaimStatus.Refuted, RowOutcome.NonInferior)]
    [InlineData(BetterWhen.Lower, -10.0, 5.0, ClaimStatus.Refuted, ClaimStatus.Refuted, RowOutcome.NonInferior)] // just
    [InlineData(BetterWhen.Lower, -9.0, 19.0, ClaimStatus.Refuted, ClaimStatus.Refuted, RowOutcome.NonInferior)]
    [InlineData(BetterWhen.Lower, -9.0, 20.0, ClaimStatus.Refuted, ClaimStatus.Refuted, RowOutcome.NonInferior)] // by just 20 is none
    [InlineData(BetterWhen.Lower, -9.0, 20.1, ClaimStatus.Refuted, ClaimStatus.Open, RowOutcome.Open)]
    [InlineData(BetterWhen.Lower, 20.0, 20.0, ClaimStatus.Refuted, ClaimStatus.Refuted, RowOutcome.NonInferior)] // a tie
    [InlineData(BetterWhen.Lower, -11.0, 21.0, ClaimStatus.Open, ClaimStatus.Open, RowOutcome.Open)] // anything may be
    [InlineData(BetterWhen.Lower, 19.0, 40.0, ClaimStatus.Refuted, ClaimStatus.Open, RowOutcome.Open)]
    [InlineData(BetterWhen.Lower, 21.0, 40.0, ClaimStatus.Refuted, ClaimStatus.Demonstrated, RowOutcome.Inferior)]
    [InlineData(BetterWhen.Higher, 11.0, 30.0, ClaimStatus.Demonstrated, ClaimStatus.Refuted, RowOutcome.Won)]
    [InlineData(BetterWhen.Higher, 10.0, 30.0, ClaimStatus.Open, ClaimStatus.Refuted, RowOutcome.NonInferior)]
    [InlineData(BetterWhen.Higher, -5.0, 10.0, ClaimStatus.Refuted, ClaimStatus.Refuted, RowOutcome.NonInferior)]
    [InlineData(BetterWhen.Higher, -20.0, 9.0, ClaimStatus.Refuted, ClaimStatus.Refuted, RowOutcome.NonInferior)]
    [InlineData(BetterWhen.Higher, -20.1, 9.0, ClaimStatus.Refuted, ClaimStatus.Open, RowOutcome.Open)]
    [InlineData(BetterWhen.Higher, -40.0, -21.0, ClaimStatus.Refuted, ClaimStatus.Demonstrated, RowOutcome.Inferior)]
    [InlineData(BetterWhen.Higher, -30.0, -11.0, ClaimStatus.Refuted, ClaimStatus.Open, RowOutcome.Open)] // no win here
    // Missing bounds rule nothing out on their side.
    [InlineData(BetterWhen.Lower, null, -11.0, ClaimStatus.Demonstrated, ClaimStatus.Refuted, RowOutcome.Won)]
    [InlineData(BetterWhen.Lower, -30.0, null, ClaimStatus.Open, ClaimStatus.Open, RowOutcome.Open)]
    [InlineData(BetterWhen.Lower, 21.0, null, ClaimStatus.Refuted, ClaimStatus.Demonstrated, RowOutcome.Inferior)]
    [InlineData(BetterWhen.Higher, null, -21.0, ClaimStatus.Refuted, ClaimStatus.Demonstrated, RowOutcome.Inferior)]
    [InlineData(BetterWhen.Higher, null, 30.0, ClaimStatus.Open, ClaimStatus.Open, RowOutcome.Open)]
    [InlineData(BetterWhen.Lower, null, null, ClaimStatus.Open, ClaimStatus.Open, RowOutcome.Open)]
    // A candidate that fails throughout has an infinite bound, and so has a baseline that does.
    [InlineData(
        BetterWhen.Lower, double.PositiveInfinity, null, ClaimStatus.Refuted, ClaimStatus.Demonstrated, RowOutcome.Inferior)]
    [InlineData(BetterWhen.Lower, null, double.NegativeInfinity, ClaimStatus.Demonstrated, ClaimStatus.Refuted, RowOutcome.Won)]
    [InlineData(
        BetterWhen.Higher, null, double.NegativeInfinity, ClaimStatus.Refuted, ClaimStatus.Demonstrated, RowOutcome.Inferior)]
    [InlineData(BetterWhen.Lower, double.NaN, double.NaN, ClaimStatus.Open, ClaimStatus.Open, RowOutcome.Open)] // no bound
    public void Stand_AnIntervalAgainstTheMargins_SaysWhatItShows(
        BetterWhen better, double? lower, double? upper, ClaimStatus win, ClaimStatus badLoss, RowOutcome outcome)
    {
        var interval = new Interval(lower, upper);
        var criterion = new Criterion
        {
            Name = "a",
            Figure = GateSamples.FirstToken.Figure,
            Better = better,
            Win = new Margin(10, Relative: false),
            BadLoss = new Margin(20, Relative: false),
        };
        var row = Stand(criterion, interval, interval, Interval.None, Interval.None);
        (row.Win, row.BadLoss, row.Outcome).ShouldBe((win, badLoss, outcome));

        // The same in shares of the baseline's value, where the difference says nothing.
        var relative = criterion with { Win = new Margin(0.1, true), BadLoss = new Margin(0.2, true) };
        var change = new Interval(lower / 100, upper / 100);
        row = Stand(relative, Interval.None, Interval.None, change, change);
        (row.Win, row.BadLoss, row.Outcome).ShouldBe((win, badLoss, outcome), "relative");
    }

    // Where the two margins are in different terms each has its own interval, at its own confidence.
    [Fact]
    public void Stand_WinAndLoss_EachHasItsOwnInterval()
    {
        var narrow = new Interval(-30, -15);
        var wide = new Interval(-60, 25);
        var criterion = GateSamples.FirstToken with { Win = new Margin(10, false), BadLoss = new Margin(20, false) };
        var row = Stand(criterion, narrow, wide, Interval.None, Interval.None);
        (row.Win, row.BadLoss).ShouldBe((ClaimStatus.Demonstrated, ClaimStatus.Open));
        row.Outcome.ShouldBe(RowOutcome.Open, "a win whose loss interval reaches into a bad loss is no win");
        row = Stand(criterion, wide, narrow, Interval.None, Interval.None);
        (row.Win, row.BadLoss, row.Outcome).ShouldBe((ClaimStatus.Open, ClaimStatus.Refuted, RowOutcome.NonInferior));

        criterion = criterion with { Win = new Margin(0.1, true) };
        row = Stand(criterion, wide, narrow, new Interval(-0.3, -0.11), wide);
        (row.Win, row.BadLoss).ShouldBe((ClaimStatus.Demonstrated, ClaimStatus.Refuted), "a win in percent, a loss in milliseconds");
    }

    // The candidate's interval, a ceiling of 100 or a floor of 50, and whether the limit is kept.
    [Theory]
    [InlineData(80.0, 99.0, 100.0, null, ClaimStatus.Demonstrated)]
    [InlineData(80.0, 100.0, 100.0, null, ClaimStatus.Demonstrated)] // at most is with it
    [InlineData(80.0, 101.0, 100.0, null, ClaimStatus.Open)]
    [InlineData(100.0, 120.0, 100.0, null, ClaimStatus.Open)]
    [InlineData(101.0, 120.0, 100.0, null, ClaimStatus.Refuted)]
    [InlineData(50.0, 60.0, null, 50.0, ClaimStatus.Demonstrated)]
    [InlineData(49.0, 60.0, null, 50.0, ClaimStatus.Open)]
    [InlineData(40.0, 50.0, null, 50.0, ClaimStatus.Open)]
    [InlineData(40.0, 49.0, null, 50.0, ClaimStatus.Refuted)]
    [InlineData(60.0, 90.0, 100.0, 50.0, ClaimStatus.Demonstrated)]
    [InlineData(40.0, 90.0, 100.0, 50.0, ClaimStatus.Open)]
    [InlineData(30.0, 49.0, 100.0, 50.0, ClaimStatus.Refuted)]
    [InlineData(30.0, 120.0, null, null, ClaimStatus.Demonstrated)] // no limit, nothing to break
    [InlineData(80.0, null, 100.0, null, ClaimStatus.Open)] // too much failed for a bound
    [InlineData(101.0, null, 100.0, null, ClaimStatus.Refuted)] // and yet it is above
    [InlineData(double.PositiveInfinity, null, 100.0, null, ClaimStatus.Refuted)]
    [InlineData(null, null, 100.0, null, ClaimStatus.Open)]
    public void Stand_TheCandidateAgainstItsLimits_SaysWhetherTheyAreKept(
        double? lower, double? upper, double? atMost, double? atLeast, ClaimStatus expected)
    {
        var won = new Interval(-40, -30);
        var criterion = GateSamples.FirstToken with
        {
            Win = new Margin(10, false),
            BadLoss = new Margin(20, false),
            AtMost = atMost,
            AtLeast = atLeast,
        };
        var row = Stand(criterion, won, won, Interval.None, Interval.None, new Interval(lower, upper));
        row.Limits.ShouldBe(expected);
        row.Outcome.ShouldBe(expected == ClaimStatus.Refuted ? RowOutcome.OverTheLimit : RowOutcome.Won);
    }

    // A row as evidence makes it: the confidence of a win is for the difference and the sides, that of a loss beside.
    [Theory]
    [InlineData(FigureKind.Quantile)]
    [InlineData(FigureKind.Mean)]
    [InlineData(FigureKind.Share)]
    public void Judge_TwoConfidences_AreNotMixedUp(FigureKind kind)
    {
        var criterion = kind switch
        {
            FigureKind.Quantile => GateSamples.FirstToken,
            FigureKind.Mean => GateSamples.Cost,
            _ => GateSamples.Arguments,
        };
        var (baseline, candidate) = (GateSamples.Drawn("a", 60, 3), GateSamples.Drawn("b", 60, 4, 450, 0.95, 0.09));
        var data = RowData.Of(criterion.Figure, baseline.Sessions, candidate.Sessions);
        VerdictRow At(double win, double loss) => RowJudge.Judge(
            criterion, data, RubricClaim.CallsLikeThese, new LookTaken(LookDesign.Once, 1, 1, win, loss),
            new RandomStream(1));
        var row = At(0.9, 0.99);
        var (same, swapped) = (At(0.9, 0.9), At(0.99, 0.9));
        row.Difference.ShouldBe(same.Difference);
        row.Candidate.ShouldBe(same.Candidate);
        row.LossDifference.ShouldBe(swapped.Difference!.Value.Interval);
        swapped.LossDifference.ShouldBe(row.Difference!.Value.Interval);
        Width(row.LossDifference).ShouldBeGreaterThan(Width(row.Difference.Value.Interval) * 1.2);
        if (kind == FigureKind.Share)
        {
            row.Change.ShouldBeNull("shares differ by points");
            row.Candidate!.Hits.ShouldBe(candidate.Sessions.Sum(one => one.Sums["tool_arguments"].Sum));
        }
        else
        {
            row.LossChange.ShouldBe(swapped.Change!.Value.Interval);
            row.Change!.Value.Value.ShouldBe(row.Difference.Value.Value / row.Baseline!.Value!.Value, 1e-12);
        }
    }

    // Too few sessions, values or none at all: the row is open, says why, and a limit is not taken for kept.
    [Theory]
    [InlineData(
        11, 100, "11 scripts have this figure on both sides; an interval that holds for calls like these needs 12.", 12)]
    [InlineData(30, 9, "270 values are too few for this quantile; an interval that holds needs 300.", 34)]
    [InlineData(30, 10, null, null)]
    [InlineData(12, 25, null, null)]
    public void Judge_TooLittleForAQuantile_IsOpenAndSaysWhatItNeeds(int sessions, int each, string? note, int? pairs)
    {
        var random = new RandomStream(1);
        double[][] Draw() => [.. Enumerable.Range(0, sessions).Select(_ =>
            Enumerable.Range(0, each).Select(_ => 100 + random.NextDouble()).ToArray())];
        var data = new RowData { BaselineValues = Draw(), CandidateValues = Draw() };
        var row = RowJudge.Judge(GateSamples.FirstToken with { AtMost = 1e9 }, data, RubricClaim.CallsLikeThese, GateSamples.Once, random);
        row.Notes.ShouldBe(note is null ? [] : [note]);
        (row.Needed?.Pairs).ShouldBe(pairs);
        row.Limits.ShouldBe(note is null ? ClaimStatus.Demonstrated : ClaimStatus.Open);
        (row.Difference is null).ShouldBe(note is not null);
        row.Outcome.ShouldBe(note is null ? RowOutcome.NonInferior : RowOutcome.Open);
    }

    // Sessions without a value are no sessions of the figure: eight calls do not become forty.
    [Fact]
    public void Judge_MostSessionsHaveNoValue_CountsThoseThatHave()
    {
        var random = new RandomStream(1);
        double[][] Draw() => [.. Enumerable.Range(0, 40).Select(i =>
            i < 8 ? Enumerable.Range(0, 60).Select(_ => 100 + random.NextDouble()).ToArray() : [])];
        var data = new RowData { BaselineValues = Draw(), CandidateValues = Draw() };
        var row = RowJudge.Judge(GateSamples.FirstToken, data, RubricClaim.CallsLikeThese, GateSamples.Once, random);
        row.Notes.ShouldBe(
            ["8 scripts have this figure on both sides; an interval that holds for calls like these needs 12."]);
        (row.Needed?.Scripts).ShouldBe(60, "a fifth of the scripts have it");
        row.Outcome.ShouldBe(RowOutcome.Open);
    }

    // More failed than the quantile leaves: no value, and the row is decided all the same.
    [Theory]
    [InlineData(0, 0.5, RowOutcome.Inferior, false, true)]
    [InlineData(0.5, 0, RowOutcome.Won, true, false)]
    [InlineData(0.5, 0.5, RowOutcome.Open, true, true)]
    public void Judge_ASideThatFails_HasNoValueAndNoFinitePlace(
        double baseline, double candidate, RowOutcome outcome, bool withoutBaseline, bool withoutCandidate)
    {
        var random = new RandomStream(5);
        double[][] Draw(double failed) => [.. Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, 20).Select(_ =>
            random.NextDouble() < failed ? double.PositiveInfinity : 100 + random.NextDouble()).ToArray())];
        var criterion = GateSamples.FirstToken with
        {
            Win = new Margin(10, false),
            BadLoss = new Margin(20, false),
        };
        var data = new RowData { BaselineValues = Draw(baseline), CandidateValues = Draw(candidate) };
        var row = RowJudge.Judge(criterion, data, RubricClaim.CallsLikeThese, GateSamples.Once, random);
        row.Outcome.ShouldBe(outcome);
        (row.Baseline!.Value is null).ShouldBe(withoutBaseline);
        (row.Candidate!.Value is null).ShouldBe(withoutCandidate);
        (row.Candidate.Failed > 0).ShouldBe(withoutCandidate);
    }

    private static VerdictRow Stand(
        Criterion criterion, Interval difference, Interval loss, Interval change, Interval lossChange,
        Interval candidate = default) => RowJudge.Stand(new VerdictRow
        {
            Criterion = criterion,
            Outcome = RowOutcome.Open,
            Candidate = new SideValue { Value = 1, Interval = candidate, N = 1 },
            Difference = new Estimate(0, difference),
            LossDifference = loss,
            Change = new Estimate(0, change),
            LossChange = lossChange,
        });

    private static double Width(Interval interval) =>
        interval.Upper!.Value - interval.Lower!.Value; // Both are bounded.
}
