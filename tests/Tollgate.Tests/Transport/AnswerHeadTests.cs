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

    // What a proxy adds once more is one header; the last content type counts, as in browsers.
    [Theory]
    [InlineData("text/event-stream", "text/event-stream", "text/event-stream")]
    [InlineData("text/event-stream, text/event-stream", null, "text/event-stream")]
    [InlineData("text/plain", "Text/Event-Stream; charset=utf-8", "text/event-stream")]
    [InlineData("text/plain", "", "text/plain")]
    public void ContentType_Twice_IsTheLast(string first, string? second, string type)
    {
        var head = new AnswerHead();
        head.Take("content-type", first);
        head.Take("content-type", second ?? first);
        head.ContentType.ShouldBe(type);
    }

    [Theory]
    [InlineData("gzip", "gzip", "gzip")]
    [InlineData("gzip, gzip", "identity", "gzip")]
    [InlineData("identity", "identity", "")]
    [InlineData("gzip", "br", "gzip, br")]
    public void ContentEncoding_Twice_IsOneWhereItIsTheSame(string first, string second, string coding)
    {
        var head = new AnswerHead();
        head.Take("content-encoding", first);
        head.Take("content-encoding", second);
        head.ContentEncoding.ShouldBe(coding);
    }

    // RFC 9110, 8.6.
    [Theory]
    [InlineData("5", "5", null)]
    [InlineData("5, 5", "5", null)]
    [InlineData("5", "7", "its Content-Length is 5 and 7")]
    [InlineData("5, 7", "5", "its Content-Length is 5 and 7")]
    [InlineData("five", "5", "its Content-Length is \"five\"")]
    [InlineData("+5", "5", "its Content-Length is \"+5\"")]
    [InlineData("99999999999999999999", "5", "its Content-Length is \"99999999999999999999\"")]
    public void ContentLength_Twice_IsOneNumberOrAProblem(string first, string second, string? problem)
    {
        var head = new AnswerHead();
        head.Take("content-length", first);
        head.Take("content-length", second);
        head.Problem.ShouldBe(problem);
        head.ContentLength.ShouldBe(first == "99999999999999999999" || first.Contains('5') || first == "five" ? 5 : null);
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
