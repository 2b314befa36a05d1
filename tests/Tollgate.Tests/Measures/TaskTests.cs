using FsCheck;
using FsCheck.Fluent;
using Tollgate.Exchanges;
using Tollgate.Measures.Readings;

namespace Tollgate.Tests.Measures;

public class TaskTests
{
    [Fact]
    public void TaskTime_WithARepetition_RunsFromTheFirstAttemptsStart()
    {
        // Failed at once, sent again after 2 s, done 210 ms later; another task runs in between.
        var measures = TargetAccumulatorTests.Measure(
            Recorded.Failed(),
            Recorded.Completed(100, 110) with { TaskId = 9 },
            Recorded.Completed(200, 210).After(2000) with { Attempt = 2 });
        measures.Tasks.ShouldBe(2);
        measures.TaskMs.N.ShouldBe(2);
        measures.TaskMs.Max.ShouldBe(2210);
        measures.TaskParts.ShouldNotBeNull().RetriesMs.ShouldBe(1000);

        // Whoever asked has waited since then for the first word too.
        measures.WaitMs.Max.ShouldBe(2200);
        measures.FirstTokenMs.Max.ShouldBe(199);
    }

    [Fact]
    public void TaskTime_OfATaskThatNeverCompleted_IsNone()
    {
        var measures = TargetAccumulatorTests.Measure(Recorded.Failed(), Recorded.Failed() with { Attempt = 2 });
        measures.Tasks.ShouldBe(1);
        measures.Failed.ShouldBe(2);
        measures.TaskMs.N.ShouldBe(0);
    }

    [Fact]
    public void TaskTime_WhereTheFirstAttemptWasNotRecorded_IsNone() =>
        TargetAccumulatorTests.Measure(Recorded.Completed(100, 110) with { Attempt = 2 }).TaskMs.N.ShouldBe(0);

    [Fact]
    public void TaskParts_AddUpToTheTasksTime() => Prop.ForAll<NonEmptyArray<PositiveInt>, PositiveInt>((steps, wait) =>
    {
        double at = 1;
        var arrivals = steps.Get.Select((step, i) => Recorded.At(at += step.Get, (ArrivalKind)(i % 3))).ToArray();
        var measures = TargetAccumulatorTests.Measure(
            Recorded.Failed(), Recorded.Of(arrivals).After(wait.Get) with { Attempt = 2 });
        return Math.Abs(measures.TaskParts.ShouldNotBeNull().TotalMs - measures.TaskMs.Max.ShouldNotBeNull()) < 1e-9
            && measures.TaskMs.Max == at + wait.Get;
    }).QuickCheckThrowOnFailure();
}
