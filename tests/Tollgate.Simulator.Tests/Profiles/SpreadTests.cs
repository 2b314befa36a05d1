using Tollgate.Simulator.Profiles;
using Tollgate.Statistics;

namespace Tollgate.Simulator.Tests.Profiles;

public class SpreadTests
{
    public static TheoryData<string, double, double, double> Published => new()
    {
        { "gpt-5.5 first token", 400, 529.15, 700 },
        { "gpt-5.5 rate", 80, 100, 120 },
        { "opus-4.7 first token", 500, 632.46, 800 },
        { "opus-4.7 rate", 50, 70, 90 },
        { "emea", 50, 86.60, 150 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Draw_OfTheDefaultProfiles_HitsTheThreeQuantiles(string what, double p5, double p50, double p95)
    {
        var profiles = ProfileSet.Default;
        var spread = what switch
        {
            "emea" => profiles.Regions["emea"],
            _ when what.EndsWith("rate", StringComparison.Ordinal) => profiles.Models[what.Split(' ')[0]].TokensPerSecond,
            _ => profiles.Models[what.Split(' ')[0]].FirstTokenMs,
        };
        var random = new RandomStream(11);
        var draws = Enumerable.Range(0, 200_000).Select(_ => spread.Draw(random)).Order().ToArray();

        // Four standard errors of the shares: 4 * sqrt(0.05 * 0.95 / 200,000) and 4 * sqrt(0.25 / 200,000).
        ShareBelow(draws, p5).ShouldBe(0.05, 0.002);
        ShareBelow(draws, p50).ShouldBe(0.50, 0.0045);
        ShareBelow(draws, p95).ShouldBe(0.95, 0.002);
    }

    [Fact]
    public void Draw_OfAConstant_NeverVariesAndTakesItsDrawAllTheSame()
    {
        var (a, b) = (new RandomStream(1), new RandomStream(1));
        Spread.Constant(300).Draw(a).ShouldBe(300);
        Spread.Between(1, 2).Draw(b);
        a.NextUInt64().ShouldBe(b.NextUInt64());
    }

    private static double ShareBelow(double[] draws, double bound) => draws.Count(d => d < bound) / (double)draws.Length;
}
