using Shouldly;
using Xunit;

namespace Tollgate.Statistics.Tests;

public class GroupSequentialTests
{
    // R 4.2.2, package mvtnorm 1.1-3: roots of the multivariate normal law's probability (Miwa's algorithm). The first
    // two are also what the package ldbounds prints for five even looks.
    [Theory]
    [InlineData(SpendingFunction.ObrienFleming, 0.025, new[] { 0.2, 0.4, 0.6, 0.8, 1 },
        new[] { 4.876885, 3.357012, 2.680280, 2.289817, 2.031032 })]
    [InlineData(SpendingFunction.Pocock, 0.025, new[] { 0.2, 0.4, 0.6, 0.8, 1 },
        new[] { 2.437977, 2.426814, 2.410194, 2.396649, 2.386 })]
    [InlineData(SpendingFunction.ObrienFleming, 0.005, new[] { 0.3, 0.45, 1 }, new[] { 4.992726, 4.025123, 2.576541 })]
    [InlineData(SpendingFunction.Pocock, 0.05, new[] { 1 / 3.0, 2 / 3.0, 1 }, new[] { 2.002014, 1.993797, 1.980304 })]
    [InlineData(SpendingFunction.ObrienFleming, 0.025, new[] { 1.0 }, new[] { 1.959964 })] // one look is no design
    public void Bounds_AreThoseOfTheMultivariateNormalLaw(
        SpendingFunction function, double alpha, double[] information, double[] expected)
    {
        var bounds = GroupSequential.Bounds(information, alpha, function);
        for (var k = 0; k < expected.Length; k++)
        {
            bounds[k].ShouldBe(expected[k], 2e-5);
        }
    }

    [Theory]
    [InlineData(SpendingFunction.ObrienFleming)]
    [InlineData(SpendingFunction.Pocock)]
    public void Spent_GrowsFromNothingToAll(SpendingFunction function)
    {
        var spent = Enumerable.Range(0, 11).Select(i => GroupSequential.Spent(function, 0.025, i / 10.0)).ToList();
        spent[0].ShouldBe(0);
        spent[10].ShouldBe(0.025, 1e-12);
        spent.ShouldBe(spent.Order());
        GroupSequential.Spent(function, 0.025, 1.7).ShouldBe(0.025);
    }

    // A look that comes too early to spend anything has a bound that nothing crosses.
    [Fact]
    public void Bounds_OfAVeryEarlyLook_AreTheHighest() =>
        GroupSequential.Bounds([0.01, 1], 0.025, SpendingFunction.ObrienFleming)[0].ShouldBe(GroupSequential.Highest);

    [Theory]
    [InlineData(0.5, 0.4)] // falls
    [InlineData(0.5, 0.5)] // stands still
    [InlineData(0, 1)] // begins with nothing
    public void Bounds_OfInformationThatDoesNotGrow_AreRefused(double first, double second) =>
        Should.Throw<ArgumentOutOfRangeException>(
            () => GroupSequential.Bounds([first, second], 0.025, SpendingFunction.Pocock));

    // The formula of the paper, worked out by R 4.2.2.
    [Theory]
    [InlineData(30, 3.763256)]
    [InlineData(300, 3.035446)]
    [InlineData(3000, 3.25536)]
    public void Sequence_ReachesSoManyStandardErrors(long n, double expected) =>
        ConfidenceSequence.StandardErrors(n, 300).ShouldBe(expected, 1e-5);
}
