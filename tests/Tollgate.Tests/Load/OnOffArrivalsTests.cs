using Tollgate.Load.Schedules;
using Tollgate.Load.Schedules.Processes;
using Tollgate.Plans;
using Tollgate.Runs.Configuration;
using Tollgate.Statistics;

namespace Tollgate.Tests.Load;

public class OnOffArrivalsTests
{
    private static readonly ArrivalProcess OnOff = ArrivalProcesses.Find("on_off").ShouldNotBeNull();

    [Theory]
    // On for 2 s of every 5: five seconds of steady load are squeezed into two.
    [InlineData(0, 0)]
    [InlineData(2.5, 1)]
    [InlineData(4.999, 1.9996)]
    [InlineData(5, 5)]
    [InlineData(12.5, 11)]
    public void Place_AnInstantOfSteadyLoad_GoesIntoItsPeriodsBurst(double steady, double placed) =>
        OnOff.Place(steady, [2, 3]).ShouldBe(placed, 1e-9);

    [Fact]
    public void Departures_LeaveInBurstsAlone_AndKeepTheMeanRate()
    {
        var schedule = new RateSchedule { Rate = new Rate(50), Arrivals = new Arrivals(OnOff, 2, 3) };
        var seconds = schedule.Departures(new RandomStream(7)).Take(100_000)
            .Select(departure => departure.OffsetNs / 1e9).ToList();

        seconds.ShouldAllBe(at => at % 5 <= 2.000001);
        // 100,000 departures at 50 a second take 2,000 s; their number has a standard deviation of √n.
        seconds[^1].ShouldBe(2000, 6 * Math.Sqrt(100_000) / 50);
        // Poisson within the bursts: the counts of whole periods have as much variance as mean, 250.
        var counts = seconds.GroupBy(at => (int)(at / 5)).SkipLast(1).Select(period => (double)period.Count()).ToList();
        var mean = counts.Average();
        (counts.Average(count => (count - mean) * (count - mean)) / mean).ShouldBe(1, 0.4);
    }

    [Fact]
    public void APlan_WithBursts_IsReadAndKept()
    {
        var plan = Read("load: { rate: 5/s, arrivals: on_off, burst: 500ms, pause: 2m }").Plan.ShouldNotBeNull();
        plan.Load.Arrivals.ShouldBe(new Arrivals(OnOff, 0.5, 120));
        var kept = ConfiguredLoad.Of(new Rate(5), plan.Load.Arrivals, TimeSpan.Zero);
        kept.Arrivals.ShouldBe("on_off");
        kept.Settings.ShouldNotBeNull().Select(one => $"{one.Key} {one.Value}").ShouldBe(["burst 500ms", "pause 2m"]);
    }

    [Theory]
    [InlineData("load: { rate: 5/s, arrivals: on_off, burst: 0s }", "expected a duration from 1ms to 24h")]
    [InlineData("load: { rate: 5/s, burst: 5s }", "`burst` is given without `arrivals`")]
    [InlineData("load: { rate: 5/s, arrivals: onoff }", "expected constant, poisson, gamma or on_off")]
    public void APlan_WithBadBursts_SaysWhatWasExpected(string load, string says) =>
        Read(load).Errors.ShouldHaveSingleItem().ToString().ShouldContain(says);

    private static PlanResult Read(string load) => PlanReader.Parse(
        $"targets: [{{ name: a, wire: openai-chat, url: \"http://127.0.0.1:9\", model: m }}]\nrequests: 5\n{load}\n",
        "plan.yaml", "", static _ => null);
}
