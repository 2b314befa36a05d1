using FsCheck;
using FsCheck.Fluent;

namespace Tollgate.Statistics.Tests;

public class CountingDistributionTests
{
    [Fact]
    public void Quantile_IsWithinTheResolutionOfTheExactOne() => Prop.ForAll<NonEmptyArray<NormalFloat>, byte>(
        (raw, at) =>
    {
        // Magnitudes from thousandths to billions, either sign, zeros among them.
        var samples = raw.Get
            .Select(x => Math.CopySign(Math.Min(Math.Pow(Math.Abs(x.Get), 0.2), 1e9), x.Get))
            .ToArray();
        var counted = Counted(samples);
        var p = at / 255.0;
        var exact = Quantiles.OfSorted([.. samples.Order()], p);
        var error = Math.Abs(counted.Quantile(p) - exact);
        return error <= (Math.Abs(exact) * CountingDistribution.RelativeResolution) + 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void CountMaxMinSum_AreExact()
    {
        var counted = Counted([0.1, -3, 0, 1e9, 7.25, 0.1]);
        counted.Count.ShouldBe(6);
        counted.Min.ShouldBe(-3);
        counted.Max.ShouldBe(1e9);
        counted.Sum.ShouldBe(1_000_000_004.45, 1e-6);
    }

    [Theory]
    [InlineData(-4, 0)]
    [InlineData(-3, 1)]
    [InlineData(-1e-9, 1)]
    [InlineData(0, 2)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(100, 4)]
    public void CountAtOrBelow_IsTheDistributionFunction(double value, long expected) =>
        Counted([-3, 0, 1, 50]).CountAtOrBelow(value).ShouldBe(expected);

    // A count beyond what its two bytes hold, alone and after a merge.
    [Fact]
    public void Count_OfVeryManyAlike_IsExact()
    {
        var (one, other) = (new CountingDistribution(), new CountingDistribution());
        one.Add(Enumerable.Repeat(5.0, 150_000).ToArray());
        other.Add(Enumerable.Repeat(5.0, 40_000).Concat(Enumerable.Repeat(9.0, 65_536)).ToArray());
        one.Add(other);
        (one.Count, one.CountAtOrBelow(5), one.CountAtOrBelow(9)).ShouldBe((255_536, 190_000, 255_536));
        one.Quantile(190_000 / 255_536.0).ShouldBe(5, 5 * CountingDistribution.RelativeResolution);
        one.Quantile(190_001 / 255_536.0).ShouldBe(9, 9 * CountingDistribution.RelativeResolution);
    }

    [Fact]
    public void Add_OfAnother_IsAsIfAllHadBeenAddedToOne()
    {
        var random = new RandomStream(1);
        var (left, right, both) = (new CountingDistribution(), new CountingDistribution(), new CountingDistribution());
        for (var i = 0; i < 2000; i++)
        {
            var value = random.NextGaussian() * 100;
            (i % 3 == 0 ? left : right).Add(value);
            both.Add(value);
        }

        left.Add(right);
        left.Count.ShouldBe(both.Count);
        left.Sum.ShouldBe(both.Sum, 1e-9);
        foreach (var p in new[] { 0, 0.01, 0.5, 0.9, 0.999, 1 })
        {
            left.Quantile(p).ShouldBe(both.Quantile(p));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e13)]
    public void Add_BeyondTheRange_Throws(double value) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new CountingDistribution().Add(value));

    private static CountingDistribution Counted(double[] samples)
    {
        var counted = new CountingDistribution();
        foreach (var sample in samples)
        {
            counted.Add(sample);
        }

        return counted;
    }
}
