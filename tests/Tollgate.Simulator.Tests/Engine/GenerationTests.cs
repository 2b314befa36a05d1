using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Profiles;
using Tollgate.Statistics;

namespace Tollgate.Simulator.Tests.Engine;

public class GenerationTests
{
    private static readonly ModelProfile Jittery = new()
    {
        Name = "jittery",
        FirstTokenMs = Spread.Between(400, 700),
        TokensPerSecond = new Spread(80, 100, 120),
        OutputTokens = Spread.Between(900, 1100),
        GapCv = 0.5,
        Capacity = new Capacity(1000, 100, 1),
    };

    [Fact]
    public void NextGapNs_OverWholeBlocks_KeepsTheRateThatWasDrawn()
    {
        var generation = New(Jittery);
        var gaps = Enumerable.Range(0, 320).Select(_ => generation.NextGapNs(1)).ToArray();
        gaps.Distinct().Count().ShouldBeGreaterThan(300);
        (320 / (gaps.Sum() / 1e9)).ShouldBe(generation.TokensPerSecond, 1e-6);
    }

    [Fact]
    public void NextGapNs_BeyondTheKnee_FallsWithTheLoadFromTheNextBlockOn()
    {
        var generation = New(Jittery);
        var atKnee = Block(generation, 100);
        var loaded = Block(generation, 400);
        (loaded / (double)atKnee).ShouldBe(4, 1e-6); // Slope 1: four times the streams, a quarter of the rate.
        generation.NextGapNs(400);
        var rest = Enumerable.Range(1, 31).Sum(_ => generation.NextGapNs(1));
        (rest / (double)atKnee).ShouldBeGreaterThan(2); // Within a block the load is not looked at again.
    }

    [Fact]
    public void RateFactor_IsTheKneeOverTheActiveToTheSlope()
    {
        var capacity = new Capacity(1000, 100, 0.5);
        capacity.RateFactor(100).ShouldBe(1);
        capacity.RateFactor(400).ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void NextGapNs_WithoutJitter_IsExact()
    {
        var generation = New(ProfileSet.Default.Models["steady"]);
        generation.FirstTokenNs.ShouldBe(300_000_000);
        Enumerable.Range(0, 100).Select(_ => generation.NextGapNs(1)).ShouldAllBe(gap => gap == 20_000_000);
        generation.OutputTokens.ShouldBe(100);
    }

    [Theory]
    [InlineData(5, 5, true)]
    [InlineData(100_000, -1, false)]
    public void OutputTokens_AreCutByTheRequestsLimit(int max, int expected, bool cut)
    {
        var whole = New(Jittery).OutputTokens;
        var generation = New(Jittery, maxTokens: max);
        generation.OutputTokens.ShouldBe(expected < 0 ? whole : expected);
        generation.CutShort.ShouldBe(cut);
    }

    [Fact]
    public void Draws_AreNotShiftedByALimitOrARegion()
    {
        var plain = New(Jittery);
        var other = New(Jittery, maxTokens: 3, region: Spread.Between(50, 150));
        other.TokensPerSecond.ShouldBe(plain.TokensPerSecond);
        (other.FirstTokenNs - plain.FirstTokenNs).ShouldBeGreaterThan(0);
    }

    private static Generation New(ModelProfile profile, int? maxTokens = null, Spread region = default) =>
        new(profile, region, new RandomStream(5).Fork(9), maxTokens, null, null);

    private static long Block(Generation generation, int active) =>
        Enumerable.Range(0, Generation.BlockTokens).Sum(_ => generation.NextGapNs(active));
}
