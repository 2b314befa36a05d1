using FsCheck;
using FsCheck.Fluent;

namespace Tollgate.Statistics.Tests;

public class ProportionsTests
{
    // R 4.2.2: prop.test(x, n, correct = FALSE)$conf.int; 81 of 263 is also the first row of Newcombe 1998a, table I.
    [Theory]
    [InlineData(0, 10, 0, 0.277532799863)]
    [InlineData(7, 10, 0.396778147461, 0.892208732594)]
    [InlineData(10, 10, 0.722467200137, 1)]
    [InlineData(3, 1000, 0.00102078388114, 0.0087830140535)]
    [InlineData(81, 263, 0.255288519878, 0.366209576983)]
    public void Wilson_IsAsInR(long successes, long trials, double lower, double upper)
    {
        var (value, interval) = Proportions.Wilson(successes, trials);
        value.ShouldBe(successes / (double)trials);
        interval.Lower.ShouldNotBeNull().ShouldBe(lower, 1e-10);
        interval.Upper.ShouldNotBeNull().ShouldBe(upper, 1e-10);
    }

    [Fact]
    public void Wilson_ContainsTheShareAndStaysWithinZeroAndOne() => Prop.ForAll<ushort, ushort>((a, b) =>
    {
        long trials = Math.Max(a, b) + 1, successes = Math.Min(a, b);
        var (value, interval) = Proportions.Wilson(successes, trials);
        return interval.Contains(value) && interval.Lower >= 0 && interval.Upper <= 1;
    }).QuickCheckThrowOnFailure();

    // R 4.2.2, binom.test(x, n, alternative = "less").
    [Theory]
    [InlineData(0, 59, 0.95, 0.04950761)] // the fewest without a fault that bound it below 5 %
    [InlineData(3, 200, 0.95, 0.03830971)]
    [InlineData(7, 50, 0.99, 0.2919579)]
    public void UpperBound_IsClopperAndPearsons(long successes, long trials, double confidence, double expected) =>
        Proportions.UpperBound(successes, trials, confidence).ShouldBe(expected, 1e-6);

    [Fact]
    public void UpperBound_OfAllSuccesses_IsOne() => Proportions.UpperBound(5, 5).ShouldBe(1);
}
