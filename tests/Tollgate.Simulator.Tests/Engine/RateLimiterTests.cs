using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Profiles;

namespace Tollgate.Simulator.Tests.Engine;

public class RateLimiterTests
{
    private const long Second = 1_000_000_000;

    [Fact]
    public void Ask_BeyondTheRequestsOfAMinute_SaysHowLongToWaitAndIsRightAboutIt()
    {
        var limiter = new RateLimiter(new RateLimits(60, null));
        for (var i = 0; i < 60; i++)
        {
            limiter.Ask(1, 0).Refused.ShouldBeFalse();
        }

        var refused = limiter.Ask(1, 0);
        refused.WaitNs.ShouldBe(Second);
        refused.RetryAfterSeconds.ShouldBe(1);
        refused.Requests!.Value.Remaining.ShouldBe(0);
        limiter.Ask(1, Second - 1_000_000).Refused.ShouldBeTrue();
        limiter.Ask(1, Second + 1000).Refused.ShouldBeFalse();
    }

    [Fact]
    public void Ask_BeyondTheTokens_TakesNothingFromTheRequests()
    {
        var limiter = new RateLimiter(new RateLimits(10, 1000));
        limiter.Ask(900, 0).Requests!.Value.Remaining.ShouldBe(9);
        var refused = limiter.Ask(200, 0);
        refused.WaitNs.ShouldBe(6 * Second); // 100 tokens are missing of 1,000 a minute.
        refused.Requests!.Value.Remaining.ShouldBe(9);
    }

    [Fact]
    public void Ask_ForMoreThanAMinutesTokens_IsLetThroughByAFullBucket()
    {
        var limiter = new RateLimiter(new RateLimits(null, 100));
        limiter.Ask(5000, 0).Refused.ShouldBeFalse();
        limiter.Ask(5000, 30 * Second).Refused.ShouldBeTrue();
        limiter.Ask(5000, 61 * Second).Refused.ShouldBeFalse();
    }

    [Fact]
    public void Ask_WithoutLimits_HasNoHeadersToSend() =>
        new RateLimiter(RateLimits.None).Ask(1 << 30, 0).ShouldBe(default);
}
