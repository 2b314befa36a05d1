using System.Text;
using Tollgate.Transport;
using Tollgate.Transport.Direct;

namespace Tollgate.Tests.Transport;

public class ResponseParserTests
{
    // Answer, its body, whether the connection may be used again. Each is cut at every byte and trickled.
    public static TheoryData<string, string, bool> Whole => new()
    {
        { "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "200 hello", true },
        { "HTTP/1.1 200 OK\r\ncontent-length:5\r\nConnection: close\r\n\r\nhello", "200 hello", false },
        { "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello", "200 hello", false },
        { "HTTP/1.0 200 OK\r\nContent-Length: 5\r\nConnection: keep-alive\r\n\r\nhello", "200 hello", true },
        { "HTTP/1.1 204 No Content\r\n\r\n", "204 ", true },
        { "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n", "429 ", true },
        // Chunks: sizes in both cases, with extensions, with trailers; lines that end with LF alone.
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "200 hello", true },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA;x=y\r\n0123456789\r\n0a\r\nabcdefghij\r\n0\r\n\r\n", "200 0123456789abcdefghij", true },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nX-Sum: 1\r\nY: 2\r\n\r\n", "200 hi", true },
        {
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1F\r\n0123456789abcdefghijklmnopqrstu\r\n0\r\n\r\n",
            "200 0123456789abcdefghijklmnopqrstu", true
        },
        { "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nhi\n0\n\n", "200 hi", true },
        // An interim answer comes before the real one.
        { "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", "200 hi", true },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void Feed_CutAtEveryByte_GivesTheSameAnswer(string answer, string expected, bool keepAlive)
    {
        var bytes = Encoding.Latin1.GetBytes(answer);
        for (var cut = 0; cut < bytes.Length; cut++)
        {
            var sink = new Sink();
            var parser = new ResponseParser(sink);
            parser.Feed(bytes.AsSpan(0, cut)).ShouldBeNull();
            parser.IsDone.ShouldBeFalse();
            parser.Feed(bytes.AsSpan(cut)).ShouldBeNull();
            parser.IsDone.ShouldBeTrue();
            parser.KeepAlive.ShouldBe(keepAlive);
            sink.ToString().ShouldBe(expected);
        }

        var trickled = new Sink();
        var slow = new ResponseParser(trickled);
        foreach (var b in bytes)
        {
            slow.Feed([b]).ShouldBeNull();
        }

        slow.IsDone.ShouldBeTrue();
        trickled.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n", "status line")]
    [InlineData("HTTP/2 200\r\n\r\n", "status line")]
    [InlineData("<html>\n\n", "status line")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "Content-Length")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", "Content-Length")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "hexadecimal")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n", "hexadecimal")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n", "hexadecimal")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhixx", "longer than its size")]
    public void Feed_AgainstTheStandard_SaysHow(string answer, string says)
    {
        var parser = new ResponseParser(new Sink());
        parser.Feed(Encoding.Latin1.GetBytes(answer)).ShouldNotBeNull().ShouldContain(says);
        parser.IsDone.ShouldBeFalse();
    }

    [Fact]
    public void Feed_HeadersWithoutEnd_StopAtTheBound()
    {
        var parser = new ResponseParser(new Sink());
        var line = Encoding.Latin1.GetBytes("X-Padding: " + new string('x', 1000) + "\r\n");
        parser.Feed("HTTP/1.1 200 OK\r\n"u8);
        string? error = null;
        for (var i = 0; i < 100 && error is null; i++)
        {
            error = parser.Feed(line);
        }

        error.ShouldNotBeNull().ShouldContain("64 KiB");
    }

    [Fact]
    public void Close_BodyWithoutLength_EndsTheAnswer()
    {
        var sink = new Sink();
        var parser = new ResponseParser(sink);
        parser.Feed("HTTP/1.1 200 OK\r\n\r\nhello"u8).ShouldBeNull();
        parser.IsDone.ShouldBeFalse();
        parser.Close().ShouldBeTrue();
        sink.ToString().ShouldBe("200 hello");
        parser.KeepAlive.ShouldBeFalse();
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Len")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")]
    public void Close_AnswerNotWhole_IsNoEnd(string answer)
    {
        var parser = new ResponseParser(new Sink());
        parser.Feed(Encoding.Latin1.GetBytes(answer)).ShouldBeNull();
        parser.Close().ShouldBeFalse();
    }

    [Fact]
    public void Feed_BytesBehindTheAnswer_EndTheConnectionsUse()
    {
        var parser = new ResponseParser(new Sink());
        parser.Feed("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhiHTTP/1.1"u8).ShouldBeNull();
        parser.IsDone.ShouldBeTrue();
        parser.KeepAlive.ShouldBeFalse();
    }

    private sealed class Sink : IResponseSink
    {
        private readonly StringBuilder body = new();
        private int status;
        private int ends;

        public void Head(AnswerHead head) => status = head.Status;

        public void Body(ReadOnlySpan<byte> bytes) => body.Append(Encoding.Latin1.GetString(bytes));

        public void End() => ends++;

        public override string ToString() => ends == 1 ? $"{status} {body}" : $"ended {ends} times";
    }
}
