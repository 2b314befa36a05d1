using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Tests.Gate;

public class PublishedSeedTests
{
    private static readonly LedgerEntry Publication = new()
    {
        Seq = 1,
        At = default,
        Previous = "",
        Hash = new string('a', 64),
    };

    // Worked out by `printf 'tollgate seed TEXT' | sha256sum`, its first 16 digits without the highest eleven bits.
    [Theory]
    [InlineData(null, 1, 6305135006077035UL)]
    [InlineData(null, 2, 8843016138004952UL)]
    [InlineData(7UL, 1, 7UL)]
    [InlineData(7UL, 2, 871634753692489UL)]
    public void Of_APublication_IsTheDocumentedNumber(ulong? own, int part, ulong expected) =>
        PublishedSeed.Of(Rubric(own), Publication, part).ShouldBe(expected);

    [Fact]
    public void Of_OtherHashesAndParts_AreOtherSeedsThatADoubleHolds()
    {
        var seeds = (
            from digit in "0123456789abcdef"
            from part in Enumerable.Range(1, 50)
            select PublishedSeed.Of(Rubric(null), Publication with { Hash = new string(digit, 64) }, part)).ToList();
        seeds.Distinct().Count().ShouldBe(seeds.Count);
        seeds.ShouldAllBe(seed => seed <= PublishedSeed.Max && (ulong)(double)seed == seed);
        seeds.Average(seed => (double)seed / PublishedSeed.Max).ShouldBeInRange(0.45, 0.55);
    }

    [Fact]
    public void Of_PartZero_IsABug() =>
        Should.Throw<ArgumentOutOfRangeException>(() => PublishedSeed.Of(Rubric(null), Publication, 0));

    private static Rubric Rubric(ulong? seed) => GateSamples.Rubric(1, GateSamples.Arguments) with { Seed = seed };
}
