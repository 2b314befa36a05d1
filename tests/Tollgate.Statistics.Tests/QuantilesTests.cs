using FsCheck;
using FsCheck.Fluent;

namespace Tollgate.Statistics.Tests;

public class QuantilesTests
{
    // R 4.2.2: quantile(c(3,1,4,1,5,9,2,6,5,3), type = 1).
    [Theory]
    [InlineData(0.05, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.9, 6)]
    [InlineData(0.95, 9)]
    [InlineData(0.99, 9)]
    public void OfSorted_TenSamples_IsAsInR(double p, double expected) =>
        Quantiles.OfSorted([1, 1, 2, 3, 3, 4, 5, 5, 6, 9], p).ShouldBe(expected);

    // 100 * 0.07 is 7.000000000000001 in doubles; the rank is 7 all the same.
    [Theory]
    [InlineData(100, 0.07, 7)]
    [InlineData(100, 0.95, 95)]
    [InlineData(1_000_000, 0.99, 990_000)]
    [InlineData(1, 0, 1)]
    [InlineData(3, 1, 3)]
    public void Rank_WhereTheProductIsWhole_IsThatProduct(long n, double p, long rank) =>
        Quantiles.Rank(n, p).ShouldBe(rank);

    [Theory]
    [InlineData(0, 0.5, false)]
    [InlineData(1, 0.5, true)]
    [InlineData(9, 0.9, false)]
    [InlineData(10, 0.9, true)]
    [InlineData(19, 0.95, false)]
    [InlineData(20, 0.95, true)]
    [InlineData(99, 0.99, false)]
    [InlineData(100, 0.99, true)]
    public void CanState_NeedsASampleInTheTail(long n, double p, bool can) => Quantiles.CanState(n, p).ShouldBe(can);

    [Fact]
    public void OfSorted_GrowsWithP() => Prop.ForAll<NonEmptyArray<NormalFloat>, byte, byte>((samples, a, b) =>
    {
        var sorted = samples.Get.Select(x => x.Get).Order().ToArray();
        var (low, high) = (Math.Min(a, b) / 255.0, Math.Max(a, b) / 255.0);
        return Quantiles.OfSorted(sorted, low) <= Quantiles.OfSorted(sorted, high);
    }).QuickCheckThrowOnFailure();
}
