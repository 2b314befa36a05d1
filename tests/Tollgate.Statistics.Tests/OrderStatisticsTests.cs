using FsCheck;
using FsCheck.Fluent;

namespace Tollgate.Statistics.Tests;

public class OrderStatisticsTests
{
    // R 4.2.2: qbinom(.025, n, p) and qbinom(.975, n, p) + 1; a rank of 0 or beyond n is no bound.
    public static TheoryData<long, double, long?, long?> Ranks => new()
    {
        { 5, 0.5, null, null },
        { 6, 0.5, 1, 6 },
        { 10, 0.5, 2, 9 },
        { 100, 0.5, 40, 61 },
        { 71, 0.95, 63, null },
        { 72, 0.95, 64, 72 },
        { 73, 0.95, 65, 73 },
        { 100, 0.95, 90, 100 },
        { 1000, 0.95, 936, 964 },
        { 200, 0.99, 195, null },
        { 1_000_000, 0.99, 989_805, 990_196 },
    };

    [Theory]
    [MemberData(nameof(Ranks))]
    public void Ranks_AreTheBinomialQuantilesOfR(long n, double p, long? lower, long? upper) =>
        OrderStatistics.Ranks(n, p).ShouldBe((lower, upper));

    [Fact]
    public void QuantileInterval_ContainsTheEstimate() => Prop.ForAll<NonEmptyArray<NormalFloat>, byte>((samples, at) =>
    {
        var sorted = samples.Get.Select(x => x.Get).Order().ToArray();
        var p = (at + 1) / 257.0;
        return OrderStatistics.QuantileInterval(sorted, p).Contains(Quantiles.OfSorted(sorted, p));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void QuantileInterval_WithMoreConfidence_IsNoNarrower()
    {
        for (var n = 80; n < 400; n += 7)
        {
            var (low, high) = OrderStatistics.Ranks(n, 0.9, 0.9);
            var (lower, higher) = OrderStatistics.Ranks(n, 0.9, 0.99);
            (lower ?? 0).ShouldBeLessThanOrEqualTo(low ?? 0);
            (higher ?? long.MaxValue).ShouldBeGreaterThanOrEqualTo(high ?? long.MaxValue);
        }
    }

    // The coverage is at least nominal by construction; 2,000 trials leave a standard error of 0.5%.
    [Theory]
    [InlineData(50, 0.5)]
    [InlineData(200, 0.95)]
    public void QuantileInterval_OfExponentials_CoversTheTruth(int n, double p)
    {
        var random = new RandomStream(11);
        var truth = -Math.Log(1 - p);
        var covered = 0;
        for (var trial = 0; trial < 2000; trial++)
        {
            var sorted = Enumerable.Range(0, n).Select(_ => random.NextExponential()).Order().ToArray();
            covered += OrderStatistics.QuantileInterval(sorted, p).Contains(truth) ? 1 : 0;
        }

        (covered / 2000.0).ShouldBeInRange(0.94, 0.985);
    }
}
