using Tollgate.Transport.Direct;

namespace Tollgate.Tests.Transport;

public class WallClockOffsetTests
{
    private const long Second = 1_000_000_000;

    private long monotonic = 100 * Second;
    private long offset = 5_000 * Second;

    [Fact]
    public void ToMonotonic_SteadyClocks_IsExact()
    {
        var wall = NewOffset();
        wall.Sample();
        monotonic += Second;
        wall.ToMonotonic(monotonic + offset - 400, monotonic).ShouldBe(monotonic - 400);
        wall.Steps.ShouldBe(0);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    [InlineData(2)]
    [InlineData(-2)]
    public void ToMonotonic_WallClockStepped_StampsOfBothSidesStayRight(long seconds)
    {
        var wall = NewOffset();
        wall.Sample();
        monotonic += 1_000_000;
        var stampBefore = monotonic + offset;
        offset += seconds * Second;
        monotonic += 1_000_000;
        var stampAfter = monotonic + offset;
        wall.Sample();
        monotonic += 1_000;

        // Read after the step, stamped before it and after it.
        wall.ToMonotonic(stampBefore, monotonic).ShouldBe(monotonic - 1_001_000);
        wall.ToMonotonic(stampAfter, monotonic).ShouldBe(monotonic - 1_000);
        wall.Steps.ShouldBe(1);
    }

    [Fact]
    public void ToMonotonic_StepAfterTheLastSample_IsMendedAtTheStamp()
    {
        var wall = NewOffset();
        wall.Sample();
        offset += 60 * Second;
        monotonic += 1_000_000;
        wall.ToMonotonic(monotonic + offset - 500, monotonic).ShouldBe(monotonic - 500);
        wall.Steps.ShouldBe(1);
    }

    [Fact]
    public void ToMonotonic_StampThatFitsNoOffset_IsNone()
    {
        var wall = NewOffset();
        wall.Sample();
        wall.ToMonotonic(17, monotonic).ShouldBeNull();
    }

    private WallClockOffset NewOffset() => new(() => monotonic, () => monotonic + offset);
}
