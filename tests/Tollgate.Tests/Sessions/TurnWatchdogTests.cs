using Tollgate.Sessions.Phone;
using Tollgate.Suites;
using Tollgate.Time;

namespace Tollgate.Tests.Sessions;

public class TurnWatchdogTests
{
    // Milliseconds; null for never. The work ends by itself at `work`, the caller breaks in at `due` and bears silence
    // for `patience`.
    [Theory]
    [InlineData(1000, null, 5000, null, false, 1000)] // nothing happens
    [InlineData(1000, 400L, 5000, 400L, false, 400)] // the caller breaks in and the work is taken back there
    [InlineData(1000, 1000L, 5000, null, false, 1000)] // too late: the work was done first
    [InlineData(1000, 1500L, 5000, null, false, 1000)]
    [InlineData(1000, 0L, 5000, 0L, false, 0)] // it was due before the work began
    [InlineData(1000, null, 700, null, true, 700)] // too long a silence
    [InlineData(1000, 900L, 700, null, true, 700)]
    [InlineData(1000, 700L, 700, 700L, false, 700)] // at the same time: the caller speaks rather than hangs up
    [InlineData(1000, 300L, 700, 300L, false, 300)]
    public void Watch_AStream_EndsItWhereTheCallerDoes(
        long work, long? due, long patience, long? interrupted, bool hungUp, long over)
    {
        var seen = Watch(work, patience, playback => due is { } at ? new Interruption(playback, null, Ms(at), 0) : null);
        (seen.InterruptedMs, seen.HungUp, seen.OverMs).ShouldBe((interrupted, hungUp, over));
        seen.Cancelled.ShouldBe(interrupted is not null || hungUp);
    }

    // Tools run to their end whatever the caller says; only hanging up stops the waiting.
    [Theory]
    [InlineData(1000, 400L, 5000, 400L, false, 1000)]
    [InlineData(1000, null, 5000, null, false, 1000)]
    [InlineData(1000, null, 700, null, true, 700)]
    [InlineData(1000, 400L, 700, 400L, true, 700)] // having spoken, the caller waits no longer than before
    public void Watch_ToolsThatRun_LetsThemRun(
        long work, long? due, long patience, long? interrupted, bool hungUp, long over)
    {
        var seen = Watch(
            work, patience, playback => due is { } at ? new Interruption(playback, null, Ms(at), 0) : null, cuts: false);
        (seen.InterruptedMs, seen.HungUp, seen.OverMs).ShouldBe((interrupted, hungUp, over));
    }

    // Two words: the first is there at 100 ms and ends the clause, and speech takes 150 ms to be audible and 400 a word.
    [Theory]
    [InlineData(1, 650L)]
    [InlineData(2, 1050L)]
    [InlineData(3, null)] // the reply is too short
    public void Watch_WordsThatAreScheduledMeanwhile_AreWaitedFor(int words, long? interrupted)
    {
        var seen = Watch(3000, 60_000, playback => new Interruption(playback, words, null, 0), speech: true);
        seen.InterruptedMs.ShouldBe(interrupted);
    }

    // The caller bears so much silence after the last word, not after the own last word.
    [Fact]
    public void Watch_SpeechThatIsHeard_IsNoSilence() =>
        Watch(5000, 1000, _ => null, speech: true).OverMs.ShouldBe(100 + 150 + 800 + 1000);

    [Fact]
    public void Watch_TheRunsEnd_IsNeitherOfTheTwo()
    {
        var seen = Watch(5000, 60_000, _ => null, endMs: 300);
        (seen.InterruptedMs, seen.HungUp, seen.OverMs).ShouldBe((null, false, 300));
    }

    private static (long? InterruptedMs, bool HungUp, long OverMs, bool Cancelled) Watch(
        long workMs, long patienceMs, Func<Playback, Interruption?> interruption, bool cuts = true, bool speech = false,
        long? endMs = null)
    {
        var time = new VirtualTime();
        var axis = new MonotonicAxis(time);
        (long?, bool, long, bool) seen = default;
        time.Run(async () =>
        {
            var clock = new CallClock(axis, 1);
            var playback = new Playback(new Voice());
            playback.Begin();
            using var cut = new CancellationTokenSource();
            using var ending = new CancellationTokenSource();
            using var rest = new CancellationTokenSource();
            var guard = new TurnWatchdog(clock, playback, interruption(playback), 0, Ms(patienceMs));
            var work = axis.UntilAsync(Ms(workMs), rest.Token);
            var speaking = speech ? SpeakAsync() : Task.CompletedTask;
            var end = endMs is { } at ? EndAsync(at) : Task.CompletedTask;
            await guard.WatchAsync(work, cuts ? cut : null, ending.Token);
            seen = (guard.InterruptedNs / 1_000_000, guard.HungUp, clock.NowNs / 1_000_000, cut.IsCancellationRequested);
            playback.Scheduled.ShouldBeNull();
            await Task.WhenAll(speaking, end);
            rest.Cancel();

            async Task SpeakAsync()
            {
                await axis.UntilAsync(Ms(100), default);
                playback.Add(Ms(100), "Well, now");
                playback.Finish(Ms(100));
            }

            async Task EndAsync(long ms)
            {
                await axis.UntilAsync(Ms(ms), default);
                ending.Cancel();
            }
        });
        return seen;
    }

    private static long Ms(long ms) => ms * 1_000_000;
}
