using MathNet.Numerics.Distributions;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.Tests.Gate;

public class InterimLooksTests
{
    private static readonly int[] Five = [20, 40, 60, 80, 100];

    [Fact]
    public void Take_Once_HasTheRubricsConfidences()
    {
        var look = InterimLooks.Take(Rubric(LookDesign.Once) with { LossConfidence = 0.99 }, [], 80);
        look.ShouldBe(new LookTaken(LookDesign.Once, 1, 0.8, 0.95, 0.99));
    }

    // At the looks that were planned the confidence is that of the bound, for wins and for losses.
    [Theory]
    [InlineData(LookDesign.ObrienFleming, SpendingFunction.ObrienFleming)]
    [InlineData(LookDesign.Pocock, SpendingFunction.Pocock)]
    public void Take_PlannedLooks_HaveTheConfidenceOfTheBounds(LookDesign design, SpendingFunction function)
    {
        var rubric = Rubric(design) with { LossConfidence = 0.99 };
        double[] information = [0.2, 0.4, 0.6, 0.8, 1];
        var (wins, losses) = (
            GroupSequential.Bounds(information, 0.025, function), GroupSequential.Bounds(information, 0.005, function));
        for (var k = 0; k < Five.Length; k++)
        {
            var look = InterimLooks.Take(rubric, [.. Five.Take(k)], Five[k]);
            (look.Number, look.Information).ShouldBe((k + 1, information[k]));
            look.Confidence.ShouldBe(Confidence(Math.Min(7, wins[k])), 1e-9);
            look.LossConfidence.ShouldBe(Confidence(Math.Min(7, losses[k])), 1e-9);
            look.Confidence.ShouldBeGreaterThan(0.95);
        }
    }

    // D. M. Reboussin, D. L. DeMets, K. Kim and K. K. G. Lan, Controlled Clinical Trials 21 (2000), 190-207: five equal
    // looks at a two-sided 5% by O'Brien and Fleming's spending.
    [Theory]
    [InlineData(0, 4.88)]
    [InlineData(1, 3.36)]
    [InlineData(2, 2.68)]
    [InlineData(3, 2.29)]
    [InlineData(4, 2.03)]
    public void Take_FiveLooksByOBrienAndFleming_HaveTheTablesBounds(int look, double bound) => InterimLooks
        .Take(Rubric(LookDesign.ObrienFleming), [.. Five.Take(look)], Five[look]).Confidence
        .ShouldBe(Confidence(bound), (1 - Confidence(bound)) * 0.05);

    // Whoever looks more often on the way pays for it at the end.
    [Theory]
    [InlineData(LookDesign.ObrienFleming)]
    [InlineData(LookDesign.Pocock)]
    public void Take_MoreEarlierLooks_CostMoreAtTheEnd(LookDesign design)
    {
        var last = Enumerable.Range(0, 5)
            .Select(count => InterimLooks.Take(Rubric(design), [.. Five.TakeLast(count + 1).SkipLast(1)], 100).Confidence)
            .ToList();
        last.ShouldBeInOrder(SortDirection.Ascending);
        last.Distinct().Count().ShouldBe(5);
        last[0].ShouldBe(0.95, 1e-6);
    }

    // When all that was planned was looked at, or nothing came since, there is next to nothing left to conclude with.
    [Theory]
    [InlineData(LookDesign.ObrienFleming, new[] { 50, 100 }, 120)]
    [InlineData(LookDesign.Pocock, new[] { 100 }, 200)]
    [InlineData(LookDesign.Pocock, new[] { 130 }, 200)] // one look, and that after the plan
    [InlineData(LookDesign.ObrienFleming, new[] { 50 }, 50)] // the same sessions under another run
    [InlineData(LookDesign.Pocock, new[] { 20, 50 }, 50)]
    [InlineData(LookDesign.Pocock, new[] { 50 }, 40)] // even fewer
    public void Take_WithNothingLeftToSpend_IsNearlyImpossible(LookDesign design, int[] earlier, int sessions)
    {
        var look = InterimLooks.Take(Rubric(design), earlier, sessions);
        look.Confidence.ShouldBeInRange(1 - 1e-9, 1 - 1e-13);
        look.LossConfidence.ShouldBeInRange(1 - 1e-9, 1 - 1e-13);
    }

    // After the planned size without an earlier look at it, all that is left may be spent.
    [Fact]
    public void Take_TheLastLookLate_IsStillTheLast() => InterimLooks.Take(Rubric(LookDesign.Pocock), [20, 40], 140)
        .ShouldBe(InterimLooks.Take(Rubric(LookDesign.Pocock), [20, 40], 100));

    [Fact]
    public void Take_AlwaysValid_DependsOnTheSizeAloneAndHasNoEnd()
    {
        var rubric = Rubric(LookDesign.AlwaysValid);
        foreach (var size in new[] { 30, 100, 400 })
        {
            var look = InterimLooks.Take(rubric, [], size);
            look.Confidence.ShouldBe(Confidence(ConfidenceSequence.StandardErrors(size, 100, 0.95)), 1e-12);
            (InterimLooks.Take(rubric, [10, 20], size) with { Number = 1 }).ShouldBe(look);
            look.Information.ShouldBe(size / 100.0);
        }
    }

    // The promise itself. A mean without any difference is looked at five times while the data grow; how often does any
    // interval leave zero out? Without a design 14.2% (P. Armitage, C. K. McPherson and B. C. Rowe, JRSS A 132, 1969,
    // table 2: five looks at 5%); with one at most 5%.
    [Theory]
    [InlineData(LookDesign.Once, 0.125, 0.16)]
    [InlineData(LookDesign.ObrienFleming, 0.042, 0.058)]
    [InlineData(LookDesign.Pocock, 0.042, 0.058)]
    [InlineData(LookDesign.AlwaysValid, 0.001, 0.05)]
    public void Take_FiveLooksAtNothing_ErrAsOftenAsTheDesignSays(LookDesign design, double least, double most)
    {
        const int trials = 6000;
        var rubric = Rubric(design);
        double[] bounds = [.. Five.Select((size, k) =>
            Normal.InvCDF(0, 1, 0.5 + (InterimLooks.Take(rubric, [.. Five.Take(k)], size).Confidence / 2)))];
        var random = new RandomStream(11);
        var wrong = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            double sum = 0;
            var (n, crossed) = (0, false);
            for (var k = 0; k < Five.Length; k++)
            {
                for (; n < Five[k]; n++)
                {
                    sum += random.NextGaussian();
                }

                crossed |= Math.Abs(sum) / Math.Sqrt(n) > bounds[k];
            }

            wrong += crossed ? 1 : 0;
        }

        ((double)wrong / trials).ShouldBeInRange(least, most);
    }

    private static Rubric Rubric(LookDesign design) =>
        GateSamples.Rubric(1, GateSamples.Arguments) with
        {
            InterimLooks = design, PlannedLooks = Five, PlannedSessions = 100,
        };

    private static double Confidence(double bound) => 1 - (2 * Normal.CDF(0, 1, -bound));
}
