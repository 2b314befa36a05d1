using Tollgate.Measures.Distributions;
using Tollgate.Statistics;

namespace Tollgate.Tests.Measures;

public class SamplesTests
{
    // Forty sessions of twenty turns. Where a session's turns are alike they say less than as many independent ones;
    // where they are not, as much.
    [Theory]
    [InlineData(100, 10, 2.5, 8)]
    [InlineData(0, 100, 0.7, 1.4)]
    public void Summarize_Clusters_HaveAnIntervalOfTheirOwn(double ofSessions, double ofTurns, double least, double most)
    {
        var random = new RandomStream(9);
        var (alone, clustered) = (new Samples(), new Samples());
        for (var session = 0; session < 40; session++)
        {
            var level = 1000 + (ofSessions * random.NextGaussian());
            for (var turn = 0; turn < 20; turn++)
            {
                var value = level + (ofTurns * random.NextGaussian());
                alone.Add(value);
                clustered.Add(value, session);
            }
        }

        var (plain, summary) = (alone.Summarize(new RandomStream(1)), clustered.Summarize(new RandomStream(1)));
        (summary.N, summary.P50, summary.P90, summary.P95, summary.Max).ShouldBe(
            (plain.N, plain.P50, plain.P90, plain.P95, plain.Max), "the figures are the same");
        summary.Mean.ShouldNotBeNull().ShouldBe(plain.Mean.ShouldNotBeNull(), 1e-9);
        (Width(summary.MeanInterval) / Width(plain.MeanInterval)).ShouldBeInRange(least, most);
        (Width(summary.P50Interval) / Width(plain.P50Interval)).ShouldBeInRange(least * 0.7, most * 1.3);
        summary.P50Interval.Contains(summary.P50.ShouldNotBeNull()).ShouldBeTrue();
    }

    [Fact]
    public void Summarize_ClustersInAnyOrder_AreTheSame()
    {
        var random = new RandomStream(9);
        var all = Enumerable.Range(0, 200).Select(i => (Cluster: (long)(i / 10), Value: random.NextGaussian())).ToList();
        var (forth, back) = (new Samples(), new Samples());
        all.ForEach(one => forth.Add(one.Value, one.Cluster));
        all.OrderByDescending(one => one.Cluster).ToList().ForEach(one => back.Add(one.Value, one.Cluster));
        back.Summarize(new RandomStream(1)).P50Interval.ShouldBe(forth.Summarize(new RandomStream(1)).P50Interval);
        back.Summarize(new RandomStream(1)).MeanInterval.ShouldBe(forth.Summarize(new RandomStream(1)).MeanInterval);
    }

    [Fact]
    public void Summarize_Nothing_IsEmpty() => new Samples().Summarize(new RandomStream(1)).ShouldBe(QuantileSummary.Empty);

    private static double Width(Interval interval) =>
        interval.Upper.ShouldNotBeNull() - interval.Lower.ShouldNotBeNull();
}
