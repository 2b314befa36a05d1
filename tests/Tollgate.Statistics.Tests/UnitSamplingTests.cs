namespace Tollgate.Statistics.Tests;

public class UnitSamplingTests
{
    // Rao and Wu's weights: the variance of a resampled total is the usual estimate within strata, n s^2 for each,
    // however few repeats there are. Plain resampling with two of each would give the half.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void Draw_OfStrata_HasTheVarianceOfTheUsualEstimate(int repeats)
    {
        const int strata = 12, draws = 40_000;
        var random = new RandomStream(5);
        double[] values = [.. Enumerable.Range(0, strata * repeats).Select(i => (100.0 * (i % strata)) + random.NextGaussian())];
        var sampling = UnitSampling.Strata([.. Enumerable.Range(0, values.Length).Select(i => i % strata)]);
        double expected = 0;
        for (var s = 0; s < strata; s++)
        {
            double[] own = [.. Enumerable.Range(0, repeats).Select(r => values[(r * strata) + s])];
            expected += own.Sum(one => (one - own.Average()) * (one - own.Average())) * repeats / (repeats - 1);
        }

        var weights = new double[values.Length];
        double sum = 0, squares = 0;
        for (var d = 0; d < draws; d++)
        {
            sampling.Draw(random, weights);
            weights.Sum().ShouldBe(values.Length, 1e-9);
            var total = weights.Zip(values, static (weight, value) => weight * value).Sum();
            sum += total;
            squares += (total - values.Sum()) * (total - values.Sum());
        }

        (squares / draws).ShouldBe(expected, 0.05 * expected);
        (sum / draws).ShouldBe(values.Sum(), 1);
        sampling.VarianceParts(values).Sum().ShouldBe(expected, 1e-9 * expected);
        sampling.Degrees.ShouldBe(values.Length - strata);
    }

    [Fact]
    public void Strata_OfASingleUnit_AreRefused() =>
        Should.Throw<ArgumentException>(() => UnitSampling.Strata([0, 0, 1]));
}
