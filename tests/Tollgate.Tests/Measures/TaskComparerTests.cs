using FsCheck;
using FsCheck.Fluent;
using Tollgate.Measures.Comparing;
using Tollgate.Measures.Summaries;
using Tollgate.Statistics;

namespace Tollgate.Tests.Measures;

public class TaskComparerTests
{
    // Baseline: 500 ms, then 1,800 tokens at 100/s; candidate: 650 ms, then 5,000 tokens at 70/s. By hand:
    // rate (1/70 - 1/100) * 3,400 = 14,571 ms; tokens 3,200 * (1/100 + 1/70) / 2 = 38,857 ms; sum with 150: 53,578 ms.
    [Fact]
    public void Compare_TwoModels_SplitsAsByHand()
    {
        var comparison = Compare(
            Tasks("a", 20, _ => new(500, 18_000, 1800)), Tasks("b", 20, _ => new(650, 71_428.571, 5000)));
        comparison.FirstTokenMs.ShouldBe(150, 1e-6);
        comparison.RateMs.ShouldBe(14_571.43, 0.01);
        comparison.TokensMs.ShouldBe(38_857.14, 0.01);
        comparison.TaskMsDifference.ShouldBe(53_578.571, 1e-6);
        comparison.Direction.ShouldBe(Direction.Slower);
        (comparison with { TaskMsDifferenceInterval = new(-2, -1) }).Direction.ShouldBe(Direction.Faster);
    }

    [Fact]
    public void Compare_ATargetWithItself_ShowsNoDirection()
    {
        static TaskRow Row(int i) => new(500 + (i % 7), 1000 + (i % 11 * 20), 100 + (i % 5));
        var comparison = Compare(Tasks("a", 100, Row), Tasks("b", 100, Row));
        comparison.TaskMsDifference.ShouldBe(0);
        comparison.Direction.ShouldBe(Direction.NotShown);
        comparison.TaskMsDifferenceInterval.IsBounded.ShouldBeTrue();
    }

    [Fact]
    public void Compare_FewTasks_HasNoIntervalAndNoDirection()
    {
        var comparison = Compare(Tasks("a", 3, _ => new(1, 1, 1)), Tasks("b", 3, _ => new(100, 100, 1)));
        comparison.TaskMsDifference.ShouldBe(198);
        comparison.TaskMsDifferenceInterval.IsBounded.ShouldBeFalse();
        comparison.Direction.ShouldBe(Direction.NotShown);
    }

    [Fact]
    public void Compare_ManyTasks_IsAsCertainInGroups()
    {
        static TaskRow Row(int i) => new(500, 1000 + (i * 7919 % 1000), 100);
        var few = Compare(Tasks("a", 1000, Row), Tasks("b", 1000, Row)).TaskMsDifferenceInterval;
        var many = Compare(Tasks("a", 16_000, Row), Tasks("b", 16_000, Row)).TaskMsDifferenceInterval;

        // Sixteen times the tasks: a quarter of the width.
        ((few.Upper - few.Lower) / (many.Upper - many.Lower)).ShouldNotBeNull().ShouldBe(4, 0.6);
    }

    [Fact]
    public void Compare_SameSeed_SameIntervals()
    {
        static TaskRow Row(int i) => new(500 + (i % 7), 1000 + (i % 11 * 20), 100 + (i % 5));
        var (a, b) = (Tasks("a", 50, Row), Tasks("b", 60, Row));
        Compare(a, b).ShouldBe(Compare(a, b));
    }

    [Fact]
    public void Compare_ThePartsAddUpToTheLastBit() =>
        Prop.ForAll<NonEmptyArray<(uint, uint, ushort)>, NonEmptyArray<(uint, uint, ushort)>>((a, b) =>
        {
            var comparison = Compare(Random("a", a.Get), Random("b", b.Get));
            var exact = Mean(b.Get) - Mean(a.Get);
            return comparison.FirstTokenMs + comparison.RateMs + comparison.TokensMs == comparison.TaskMsDifference
                && Math.Abs(comparison.TaskMsDifference - exact) < 1e-5;
        }).QuickCheckThrowOnFailure();

    // Runs that drift by more than their tasks spread: resampling the tasks would call four in five of these a
    // difference; the runs as units keep the rate that is asked for.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void CompareRuns_OfOneServerThatDrifts_ShowNoDirectionButAtTheStatedRate(bool paired)
    {
        const int Trials = 1000;
        var random = new RandomStream(11);
        var shown = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            TargetMeasures Run(string name)
            {
                var drift = 20 * random.NextGaussian();
                return Tasks(name, 40, _ => new(300 + drift + (10 * random.NextGaussian()), 1000, 100));
            }

            var comparison = TaskComparer.CompareRuns(
                [Run("a"), Run("a"), Run("a")], [Run("b"), Run("b"), Run("b")], paired);
            shown += comparison.Direction == Direction.NotShown ? 0 : 1;
        }

        ((double)shown / Trials).ShouldBeInRange(0.01, 0.07);
    }

    [Fact]
    public void CompareRuns_ADifferenceBeyondTheDrift_IsShownAndAddsUp()
    {
        var comparison = TaskComparer.CompareRuns(
            [Steady("a", 300), Steady("a", 304), Steady("a", 302)], [Steady("b", 400), Steady("b", 403)], paired: false);

        comparison.Basis.ShouldBe(ComparisonBasis.SeveralRuns);
        comparison.Direction.ShouldBe(Direction.Slower);
        comparison.TaskMsDifference.ShouldBe(99.5, 1e-9);
        comparison.TaskMsDifference.ShouldBe(comparison.FirstTokenMs + comparison.RateMs + comparison.TokensMs);
        comparison.TaskMsDifferenceInterval.Lower.ShouldNotBeNull().ShouldBeInRange(80, 99.5);
    }

    [Fact]
    public void Compare_BetweenTwoMoments_ShowsNoDirection()
    {
        var sure = Compare(Steady("a", 300), Steady("b", 900));

        sure.Direction.ShouldBe(Direction.Slower);
        (sure with { Basis = ComparisonBasis.TwoMoments }).Direction.ShouldBe(Direction.NotShown);
    }

    private static TargetMeasures Steady(string name, double firstMs) => Tasks(name, 20, i => new(firstMs + (i % 2), 1000, 100));

    private static TargetMeasures Random(string name, (uint First, uint Stream, ushort Tokens)[] rows) =>
        Tasks(name, rows.Length, i => new(rows[i].First / 977.0, rows[i].Stream / 1e3, rows[i].Tokens));

    private static double Mean((uint First, uint Stream, ushort Tokens)[] rows) =>
        rows.Average(row => (row.First / 977.0) + (row.Stream / 1e3));

    private static Comparison Compare(TargetMeasures baseline, TargetMeasures candidate) =>
        TaskComparer.Compare(baseline, candidate, 1).ShouldNotBeNull();

    private static TargetMeasures Tasks(string name, int count, Func<int, TaskRow> row) => new()
    {
        Target = Recorded.Target(name),
        Stalls = new Stalls(250, 0, 0, 0, null),
        TaskRows = [.. Enumerable.Range(0, count).Select(row)],
    };
}
