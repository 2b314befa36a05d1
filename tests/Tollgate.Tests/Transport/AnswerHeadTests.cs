using Tollgate.Transport;

namespace Tollgate.Tests.Transport;

public class AnswerHeadTests
{
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
}
