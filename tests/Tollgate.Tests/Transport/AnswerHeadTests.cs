using Tollgate.Transport;

namespace Tollgate.Tests.Transport;

public class AnswerHeadTests
{
    [Theory]
    [InlineData("2", null, 2.0)]
    [InlineData("0", null, 0.0)]
    [InlineData("1.5", null, 1.5)]
    // A date is held against the answer's own date, and the past is now.
    [InlineData("Wed, 21 Oct 2015 07:28:10 GMT", "Wed, 21 Oct 2015 07:28:00 GMT", 10.0)]
    [InlineData("Wed, 21 Oct 2015 07:27:00 GMT", "Wed, 21 Oct 2015 07:28:00 GMT", 0.0)]
    // Without a date to hold it against, or without sense, it says nothing.
    [InlineData("Wed, 21 Oct 2015 07:28:10 GMT", null, null)]
    [InlineData("soon", null, null)]
    [InlineData("-1", null, null)]
    [InlineData("1e300", null, null)]
    [InlineData(null, null, null)]
    public void Wait_RetryAfter_IsUnderstood(string? retryAfter, string? date, double? seconds)
    {
        var head = new AnswerHead { RetryAfter = retryAfter, Date = date };
        head.Wait()?.TotalSeconds.ShouldBe(seconds!.Value);
        (head.Wait() is null).ShouldBe(seconds is null);
    }

    [Fact]
    public void Wait_MillisecondsToo_AreMoreExact()
    {
        var head = new AnswerHead();
        head.Take("retry-after", "2");
        head.Take("retry-after-ms", "1250");
        head.Wait().ShouldBe(TimeSpan.FromMilliseconds(1250));
    }
}
