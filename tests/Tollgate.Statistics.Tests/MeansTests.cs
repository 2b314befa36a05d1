namespace Tollgate.Statistics.Tests;

public class MeansTests
{
    // R 4.2.2: t.test(c(5.1, 4.9, 6.2, 5.8, 5.5, 7.0)).
    [Fact]
    public void Of_SixSamples_IsAsInR()
    {
        var (mean, interval) = Means.Of([5.1, 4.9, 6.2, 5.8, 5.5, 7.0]);
        mean.ShouldBe(5.75, 1e-12);
        interval.Lower.ShouldNotBeNull().ShouldBe(4.9405047736, 1e-9);
        interval.Upper.ShouldNotBeNull().ShouldBe(6.5594952264, 1e-9);
    }

    // R 4.2.2: qt(.975, df).
    [Theory]
    [InlineData(1, 12.70620473617)]
    [InlineData(5, 2.57058183564)]
    [InlineData(39, 2.02269092004)]
    [InlineData(1000, 1.96233908083)]
    public void StudentQuantile_IsAsInR(double degrees, double expected) =>
        Means.StudentQuantile(degrees).ShouldBe(expected, 1e-8);

    [Fact]
    public void Of_OneSample_HasNoBound() => Means.Of([3]).ShouldBe(new Estimate(3, Interval.None));
}
