using Shouldly;
using Xunit;

namespace Tollgate.Statistics.Tests;

public class ImperfectSharesTests
{
    private const double Confidence = 0.95;
    private const int Runs = 2_000;

    // One-sided, with three standard errors of so many runs at 2.5%.
    private const double Allowed = 0.025 + (3 * 0.0035);

    // Found of so many faults, charged of so many right trials, as few as the shipped measurements have; and what the
    // scorer is in truth, near to useless among them.
    public static TheoryData<int, int, double, double, double> Scorers => new()
    {
        { 40, 292, 0.6, 0.05, 0.02 },
        { 15, 32, 0.67, 0.06, 0.1 },
        { 15, 32, 0.95, 0.06, 0.05 },
        { 4, 56, 0.95, 0.1, 0.1 },
        { 3, 73, 0.3, 0.1, 0.25 },
        { 4, 56, 0.2, 0.15, 0.1 },
        { 0, 27, 0.5, 0.3, 0.15 },
        { 0, 0, 0.8, 0.1, 0.1 },
    };

    // The bounds of 24 of 40 and 15 of 292 at a tenth of 2.5% are 0.368973, 0.802998, 0.022149 and 0.098603, by
    // bisection of the binomial sums in another program; the quotients of the remarks are worked out from them.
    [Fact]
    public void Faults_OfMeasuredRates_AreTheQuotientsOfTheBounds()
    {
        var scorer = new ScorerTrials(24, 40, 15, 292);
        var (value, interval) = ImperfectShares.Faults(new Estimate(0.12, new Interval(0.10, 0.14)), scorer, Confidence);
        value.ShouldBe((0.12 - (15 / 292.0)) / (0.6 - (15 / 292.0)), 1e-12);
        interval.Lower!.Value.ShouldBe(0.001983323, 1e-7);
        interval.Upper!.Value.ShouldBe(0.339800712, 1e-7);
        var difference = ImperfectShares.Difference(new Estimate(0, new Interval(-0.02, 0.02)), scorer, Confidence);
        difference.Interval.Lower!.Value.ShouldBe(-0.073972566, 1e-7);
        ImperfectShares.Difference(new Estimate(0.03, new Interval(0.02, 0.04)), scorer, Confidence).Interval
            .Lower!.Value.ShouldBe(0.025613130, 1e-7);
    }

    [Fact]
    public void Faults_WithoutASensitivity_AreBoundedFromBelowAlone()
    {
        var charged = new Estimate(0.5, new Interval(0.45, 0.55));
        var (value, interval) = ImperfectShares.Faults(charged, new ScorerTrials(0, 0, 1, 100), Confidence);
        interval.Upper.ShouldBe(1);
        interval.Lower!.Value.ShouldBeInRange(0.35, 0.45);
        value.ShouldBe((0.5 - 0.01) / 0.99, 1e-12, "as if every fault were found: the fewest that there can be");
        ImperfectShares.Faults(charged, default, Confidence).Interval.ShouldBe(new Interval(0, 1));
    }

    // Fewer are charged than the scorer's false charges alone would be: what it is known for does not fit these trials,
    // and nothing is taken off that the trials themselves do not bear out.
    [Fact]
    public void Faults_FewerThanTheFalseCharges_AreNotBoundedTighterThanTheTrialsBearOut()
    {
        var charged = new Estimate(0.01, new Interval(0.005, 0.02));
        var interval = ImperfectShares.Faults(charged, new ScorerTrials(38, 40, 100, 400), Confidence).Interval;
        interval.Lower.ShouldBe(0);
        interval.Upper!.Value.ShouldBeGreaterThan(0.015);
    }

    // The sign survives, a margin does not.
    [Theory]
    [InlineData(0.02, 0.04, true, true)]
    [InlineData(-0.01, 0.03, false, false)]
    [InlineData(-0.04, -0.02, true, true)]
    public void Difference_WhereTheScorerMayBeUseless_IsBoundedOnZerosOwnSideAlone(
        double lower, double upper, bool bounded, bool signed)
    {
        var charged = new Estimate((lower + upper) / 2, new Interval(lower, upper));
        var interval = ImperfectShares.Difference(charged, new ScorerTrials(0, 0, 8, 27), Confidence).Interval;
        (interval.Lower > -1 || interval.Upper < 1).ShouldBe(bounded);
        (interval.Lower > 0 || interval.Upper < 0).ShouldBe(signed);
        (interval.Lower > lower || interval.Upper < upper).ShouldBe(bounded, "the true difference is the larger one");
        ImperfectShares.Difference(charged, new ScorerTrials(0, 40, 60, 60), Confidence).Interval
            .ShouldBe(new Interval(-1, 1), "a scorer that charges what is right and finds nothing");
    }

    [Fact]
    public void Both_OfAPerfectScorerThatIsWellKnown_AreNearlyWhatWasCharged()
    {
        var scorer = new ScorerTrials(1_000_000, 1_000_000, 0, 1_000_000);
        var charged = new Estimate(0.1, new Interval(0.08, 0.12));
        var faults = ImperfectShares.Faults(charged, scorer, Confidence);
        faults.Interval.Lower!.Value.ShouldBe(0.08, 1e-4);
        faults.Interval.Upper!.Value.ShouldBe(0.12, 1e-4);
        ImperfectShares.Difference(charged, scorer, Confidence).Interval.Upper!.Value.ShouldBe(0.12, 1e-4);
    }

    // A candidate at just the limit: how often it is shown to be within, or beyond. Taking what was charged for the
    // truth errs nearly always.
    [Theory]
    [MemberData(nameof(Scorers))]
    public void Faults_AtTheLimit_AreClaimedToBeOnASideAsRarelyAsTheErrorSays(
        int of, int honest, double found, double wrong, double share)
    {
        var (within, beyond, naive) = (0, 0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var random = new RandomStream(17).Fork((ulong)run);
            var scorer = Measured(of, honest, found, wrong, random);
            var side = Side(400, 5, share, found, wrong, random);
            var charged = PairedShares.Share(side, ImperfectShares.ObservedConfidence(Confidence));
            var interval = ImperfectShares.Faults(charged, scorer, Confidence).Interval;
            within += interval.Upper < share ? 1 : 0;
            beyond += interval.Lower > share ? 1 : 0;
            naive += PairedShares.Share(side).Interval.Contains(share) ? 0 : 1;
        }

        ((double)within / Runs).ShouldBeLessThanOrEqualTo(Allowed);
        ((double)beyond / Runs).ShouldBeLessThanOrEqualTo(Allowed);
        ((double)naive / Runs).ShouldBeGreaterThan(wrong > 0.05 ? 0.5 : 0.1, "the error does something here");
    }

    // A candidate that is worse by just the margin of a bad loss, or better by just that of a win: how often the one is
    // ruled out (a false adopt), or shown (a false reject), and the other shown. Taking what was charged for the truth
    // rules nearly every bad loss out, since the scorer halves it.
    [Theory]
    [MemberData(nameof(Scorers))]
    public void Difference_AtAMargin_IsClaimedAsRarelyAsTheErrorSays(
        int of, int honest, double found, double wrong, double share)
    {
        const double margin = 0.06;
        var (notLost, lost, won, naive) = (0, 0, 0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var random = new RandomStream(19).Fork((ulong)run);
            var scorer = Measured(of, honest, found, wrong, random);
            var baseline = Side(400, 5, share, found, wrong, random);
            var worse = Side(400, 5, share + margin, found, wrong, random);
            var more = Corrected(baseline, worse, scorer);
            notLost += more.Upper < margin ? 1 : 0;
            lost += more.Lower > margin ? 1 : 0;
            won += Corrected(worse, baseline, scorer).Upper < -margin ? 1 : 0;
            naive += PairedShares.Difference(baseline, worse, Confidence, Fixed).Interval.Upper < margin ? 1 : 0;
        }

        ((double)notLost / Runs).ShouldBeLessThanOrEqualTo(Allowed);
        ((double)lost / Runs).ShouldBeLessThanOrEqualTo(Allowed);
        ((double)won / Runs).ShouldBeLessThanOrEqualTo(Allowed);
        ((double)naive / Runs).ShouldBeGreaterThan(found - wrong < 0.75 ? 0.3 : 0.05, "the error does something here");
    }

    // Where much is known of the scorer, what is there is seen.
    [Fact]
    public void Difference_OfAWellKnownScorer_ShowsThatAnEqualCandidateIsNotWorse()
    {
        var shown = Enumerable.Range(0, 200).Count(run =>
        {
            var random = new RandomStream(23).Fork((ulong)run);
            var scorer = Measured(400, 400, 0.8, 0.05, random);
            return Corrected(
                Side(400, 5, 0.1, 0.8, 0.05, random), Side(400, 5, 0.1, 0.8, 0.05, random), scorer).Upper < 0.06;
        });
        shown.ShouldBeGreaterThan(180);
    }

    private static UnitSampling Fixed { get; } = UnitSampling.Strata([.. Enumerable.Range(0, 400).Select(i => i % 20)]);

    private static Interval Corrected(
        (double, double)[] baseline, (double, double)[] candidate, ScorerTrials scorer) =>
        ImperfectShares.Difference(
            PairedShares.Difference(
                baseline, candidate, ImperfectShares.ObservedConfidence(Confidence), Fixed),
            scorer, Confidence).Interval;

    private static ScorerTrials Measured(int of, int honest, double found, double wrong, RandomStream random) =>
        new(Drawn(of, found, random), of, Drawn(honest, wrong, random), honest);

    private static (double, double)[] Side(
        int units, int trials, double faults, double found, double wrong, RandomStream random)
    {
        var side = new (double, double)[units];
        for (var i = 0; i < units; i++)
        {
            var there = Drawn(trials, faults, random);
            side[i] = (Drawn(there, found, random) + Drawn(trials - there, wrong, random), trials);
        }

        return side;
    }

    private static int Drawn(int trials, double chance, RandomStream random)
    {
        var drawn = 0;
        for (var i = 0; i < trials; i++)
        {
            drawn += random.NextDouble() < chance ? 1 : 0;
        }

        return drawn;
    }
}
