using System.Text;
using Tollgate.Simulator.Http;

namespace Tollgate.Simulator.Tests.Http;

public class HttpReaderTests
{
    private const string ByLength =
        "POST /emea/v1/chat/completions?x=1 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer k\r\nX-Simulate: html\r\nContent-Length: 5\r\n\r\nhello";

    private const string InChunks =
        "POST /v1/messages HTTP/1.1\r\nanthropic-version: v\r\nx-api-key: k\r\ntransfer-encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";

    [Theory]
    [InlineData(ByLength)]
    [InlineData(InChunks)]
    public void Read_CutAtEveryByte_GivesTheSameTwoRequests(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text + text);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var reader = new HttpReader();
            var found = 0;
            foreach (var piece in (byte[][])[bytes[..cut], bytes[cut..]])
            {
                reader.Add(piece);
                while (true)
                {
                    reader.Read(out var request, out _).ShouldBe(0);
                    if (request is null)
                    {
                        break;
                    }

                    found++;
                    Encoding.ASCII.GetString(request.Body.Span).ShouldBe("hello");
                    request.Key.ShouldBe("k");
                    request.KeepAlive.ShouldBeTrue();
                    reader.Release(request);
                }
            }

            found.ShouldBe(2);
            reader.Waiting.ShouldBe(0);
        }
    }

    [Theory]
    [InlineData("GET / HTTP/2\r\n\r\n", 400)]
    [InlineData("GET /\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", 413)]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n7fffffff\r\n", 413)]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n", 413)]
    public void Read_WhatIsNoRequest_IsRefused(string text, int status)
    {
        var reader = new HttpReader();
        reader.Add(Encoding.ASCII.GetBytes(text));
        reader.Read(out var request, out _).ShouldBe(status);
        request.ShouldBeNull();
    }

    [Fact]
    public void Read_AHeadWithoutEnd_IsRefusedInTheEnd()
    {
        var reader = new HttpReader();
        reader.Add(new byte[70_000]);
        reader.Read(out _, out _).ShouldBe(431);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", false)]
    [InlineData("GET / HTTP/1.0\r\n\r\n", false)]
    [InlineData("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", true)]
    public void KeepAlive_IsAsTheStandardHasIt(string text, bool keepAlive)
    {
        var reader = new HttpReader();
        reader.Add(Encoding.ASCII.GetBytes(text));
        reader.Read(out var request, out _);
        request.ShouldNotBeNull().KeepAlive.ShouldBe(keepAlive);
    }
}
