namespace Tollgate.Statistics.Tests;

public class RadixSortTests
{
    // As many as are compared, and as many as are dealt by their digits.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(20_000)]
    public void Sort_AnyNumbers_IsTheOrderOfComparing(int count)
    {
        var random = new RandomStream(3);
        double[] kinds = [double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon, 0, 1, -1];
        var values = Enumerable.Range(0, count).Select(i => i % 10 == 0
            ? kinds[random.Next(kinds.Length)]
            : random.NextGaussian() * Math.Pow(10, random.Next(-9, 9))).ToArray();
        var expected = values.Order().ToArray();
        RadixSort.Sort(values);
        values.ShouldBe(expected);
    }

    // All but one digit in common, and all of them.
    [Fact]
    public void Sort_AlikeNumbers_KeepsEachOfThem()
    {
        var values = Enumerable.Range(0, 5000).Select(static i => 1000 + (i * 7919 % 5000 / 1024.0)).ToArray();
        RadixSort.Sort(values);
        values.ShouldBe(values.Order());
        values.Distinct().Count().ShouldBe(5000);
        var same = Enumerable.Repeat(7.5, 5000).ToArray();
        RadixSort.Sort(same);
        same.ShouldAllBe(static value => value == 7.5);
    }
}
