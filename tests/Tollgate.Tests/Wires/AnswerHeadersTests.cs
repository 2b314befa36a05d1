using Tollgate.Wires.Answers;

namespace Tollgate.Tests.Wires;

public class AnswerHeadersTests
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
    public void RetryAfter_Given_IsUnderstood(string? retryAfter, string? date, double? seconds)
    {
        var headers = new AnswerHeaders();
        foreach (var (name, value) in new[] { ("retry-after", retryAfter), ("date", date) })
        {
            if (value is not null)
            {
                headers.Add(name, value);
            }
        }

        headers.RetryAfter()?.TotalSeconds.ShouldBe(seconds!.Value);
        (headers.RetryAfter() is null).ShouldBe(seconds is null);
    }

    // Proxies add an id of their own; the first that came is the one that is kept.
    [Fact]
    public void RequestId_Several_IsTheFirst()
    {
        var headers = new AnswerHeaders();
        headers.Add("x-request-id", "a");
        headers.Add("request-id", "b");
        headers.RequestId().ShouldBe("a");
        new AnswerHeaders().RequestId().ShouldBeNull();
    }

    [Fact]
    public void RetryAfter_MillisecondsToo_AreMoreExact()
    {
        var headers = new AnswerHeaders();
        headers.Add("retry-after", "2");
        headers.Add("retry-after-ms", "1250");
        headers.RetryAfter().ShouldBe(TimeSpan.FromMilliseconds(1250));
    }
}
