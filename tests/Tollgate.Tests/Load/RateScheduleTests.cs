using FsCheck;
using FsCheck.Fluent;
using Tollgate.Load.Schedules;
using Tollgate.Load.Schedules.Processes;
using Tollgate.Statistics;

namespace Tollgate.Tests.Load;

public class RateScheduleTests
{
    [Fact]
    public void Departures_Constant_AreEvenlySpacedFromTheStartWithoutDrift()
    {
        var offsets = Offsets(new RateSchedule { Rate = new Rate(3), Arrivals = Spaced("constant") }, 1, 3_000_001);
        offsets[..4].ShouldBe([0, 333_333_333, 666_666_667, 1_000_000_000]);
        offsets[^1].ShouldBe(1_000_000L * 1_000_000_000);
    }

    [Fact]
    public void Departures_WithARamp_ComeAtTheInverseOfTheExpectedCount()
    {
        // λ = 10/s after 4 s: Λ(4) = 20. Departure 5 at √(2·5·4/10) = 2 s, departure 20 at 4 s, departure 30 a second
        // later.
        var schedule = new RateSchedule
        {
            Rate = new Rate(10), Arrivals = Spaced("constant"), Ramp = TimeSpan.FromSeconds(4),
        };
        var offsets = Offsets(schedule, 1, 31);
        offsets[0].ShouldBe(0);
        offsets[5].ShouldBe(2_000_000_000);
        offsets[20].ShouldBe(4_000_000_000);
        offsets[30].ShouldBe(5_000_000_000);
    }

    [Theory]
    [InlineData("constant", 1, 0)]
    [InlineData("poisson", 1, 1)]
    [InlineData("gamma", 1, 1)]
    [InlineData("gamma", 0.5, 0.5)]
    [InlineData("gamma", 3, 3)]
    public void Departures_Gaps_HaveTheStatedMeanAndVariation(string name, double cv, double expectedCv)
    {
        var offsets = Offsets(new RateSchedule { Rate = new Rate(20), Arrivals = Spaced(name, cv) }, 7, 200_001);
        var gaps = offsets.Zip(offsets.Skip(1), (a, b) => (b - a) / 1e9).ToArray();
        var mean = gaps.Average();
        var deviation = Math.Sqrt(gaps.Average(gap => (gap - mean) * (gap - mean)));
        // Six standard errors of the mean; the fourth moment makes the deviation's wider.
        mean.ShouldBe(0.05, 0.05 * 6 * Math.Max(expectedCv, 1e-6) / Math.Sqrt(gaps.Length));
        (deviation / mean).ShouldBe(expectedCv, Math.Max(1e-6, 0.05 * expectedCv));
    }

    [Fact]
    public void Departures_OfAnyScheduleAndSeed_NeverFallAndKeepTheRate() =>
        Prop.ForAll(Schedules(), static given =>
        {
            var (schedule, seed) = given;
            var offsets = Offsets(schedule, seed, 4000);
            offsets[0].ShouldBeGreaterThanOrEqualTo(0);
            offsets.Zip(offsets.Skip(1), (a, b) => b >= a).ShouldAllBe(risen => risen);

            // The count by t has mean Λ(t) and a standard deviation of about cv·√n.
            var spread = schedule.Arrivals switch
            {
                { Process.Name: "constant" } => 0,
                { Process.Name: "gamma", Settings: [var cv] } => cv,
                _ => 1,
            };
            // A process that places departures of its own may put off the last of them by the times that it was given.
            var expected = (4000 / schedule.Rate.PerSecond) + (schedule.Ramp.TotalSeconds / 2);
            var times = schedule.Arrivals.Values.Where(one => one.Setting.IsDuration).Sum(one => one.Value);
            (offsets[^1] / 1e9).ShouldBe(
                schedule.Arrivals.Process.Place(expected, schedule.Arrivals.Settings),
                (((7 * Math.Max(spread, spread * spread) * Math.Sqrt(4000)) + 2) / schedule.Rate.PerSecond) + times);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Departures_OfOneSeed_AreTheSameAndOfAnotherAreNot() =>
        Prop.ForAll(Schedules(), static given =>
        {
            var (schedule, seed) = given;
            Offsets(schedule, seed, 50).ShouldBe(Offsets(schedule, seed, 50));
            if (schedule.Arrivals.Process.Name != "constant")
            {
                Offsets(schedule, seed, 50).ShouldNotBe(Offsets(schedule, seed + 1, 50));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rate_NotPositive_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Rate(0));
        Should.Throw<ArgumentOutOfRangeException>(() => new Rate(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => new Rate(double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => new Rate(double.PositiveInfinity));
    }

    private static Arbitrary<(RateSchedule Schedule, ulong Seed)> Schedules() => (
        from rate in Gen.Elements(0.1, 1, 7.5, 300, 5000)
        from name in Gen.Elements(ArrivalProcesses.Names.ToArray())
        from cv in Gen.Elements(0.2, 0.7, 1, 2)
        from rampMs in Gen.Elements(0, 10, 400)
        from seed in Gen.Choose(0, 1_000_000)
        select (new RateSchedule
        {
            Rate = new Rate(rate),
            Arrivals = Spaced(name, cv),
            Ramp = TimeSpan.FromMilliseconds(rampMs),
        }, (ulong)seed)).ToArbitrary();

    private static Arrivals Spaced(string name, double cv = 1) =>
        ArrivalProcesses.Find(name).ShouldNotBeNull() is { Name: "gamma" } gamma
            ? new Arrivals(gamma, cv)
            : new Arrivals(ArrivalProcesses.Find(name).ShouldNotBeNull());

    private static long[] Offsets(RateSchedule schedule, ulong seed, int count) =>
        [.. schedule.Departures(new RandomStream(seed)).Take(count).Select(departure => departure.OffsetNs)];
}
