using Tollgate.Sessions.Phone;
using Tollgate.Time;

namespace Tollgate.Tests.Sessions;

public class CallClockTests
{
    // SpokenReply is hurried, what a model takes is not; the call's own clock shows neither.
    [Theory]
    [InlineData(1, 5000)]
    [InlineData(2, 3000)]
    [InlineData(50, 1080)]
    public void Clock_OfACall_GoesOnWhateverTheHurry(double hurry, long axisMs)
    {
        var time = new VirtualTime();
        var axis = new MonotonicAxis(time);
        var reached = new List<long>();
        time.Run(async () =>
        {
            await axis.UntilAsync(Ms(700), default);
            var clock = new CallClock(axis, hurry);
            reached.Add(clock.NowNs);
            await clock.SpeakUntilAsync(Ms(3000), default);
            reached.Add(clock.NowNs);
            await clock.UntilAsync(Ms(4000), default);
            reached.Add(clock.NowNs);
            await clock.SpeakUntilAsync(Ms(3500), default); // that is past
            reached.Add(clock.NowNs);
            await clock.SpeakUntilAsync(Ms(5000), default);
            reached.Add(clock.NowNs);
            clock.OfAxis(axis.NowNs).ShouldBe(clock.NowNs);
            clock.ToAxis(clock.NowNs).ShouldBe(axis.NowNs);
            clock.OfAxis(clock.ToAxis(123)).ShouldBe(123);
        });

        reached.ShouldBe([0, Ms(3000), Ms(4000), Ms(4000), Ms(5000)]);
        time.NowNs.ShouldBe(Ms(700 + axisMs));
    }

    private static long Ms(long ms) => ms * 1_000_000;
}
