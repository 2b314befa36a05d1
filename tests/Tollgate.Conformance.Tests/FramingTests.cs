using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Tollgate.Exchanges;
using Tollgate.Transport;

namespace Tollgate.Conformance.Tests;

/// <summary>Answers at the edges of HTTP: both transports make the same of them.</summary>
public class FramingTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";
    private const string Type = "Content-Type: text/event-stream\r\n";
    private const string Json = "Content-Type: application/json\r\n";
    private const string Refusal = """{"error":{"message":"no such model"}}""";

    private static readonly string Stream = PlayedServer.Token("One") + PlayedServer.Token(" two") + "data: [DONE]\n\n";
    private static readonly string Chunk = $"{Stream.Length:x}\r\n{Stream}\r\n0\r\n\r\n";
    private static readonly string Length = $"Content-Length: {Stream.Length}\r\n";

    private static readonly Timeouts Short = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));

    // What is sent, and the failure that it is: null for none. PORT stands for the server's.
    private static readonly (string Name, string Answer, string? Failure)[] Answers =
    [
        ("content type twice", Ok + Type + Type + Length + "\r\n" + Stream, null),
        ("content type twice in one line", Ok + "Content-Type: text/event-stream, text/event-stream\r\n" + Length + "\r\n" + Stream, null),
        ("length twice", Ok + Type + Length + Length + "\r\n" + Stream, null),
        ("two lengths", Ok + Type + Length + "Content-Length: 7\r\n\r\n" + Stream,
            $"MalformedResponse: the answer is not HTTP: its Content-Length is {Stream.Length} and 7"),
        ("two lengths of a refusal", "HTTP/1.1 400 No\r\n" + Json + "Content-Length: 38\r\nContent-Length: 37\r\n\r\n" + Refusal,
            "MalformedResponse: the answer is not HTTP: its Content-Length is 38 and 37"),
        ("chunked twice", Ok + Type + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + Chunk, null),
        ("chunked, chunked", Ok + Type + "Transfer-Encoding: chunked, chunked\r\n\r\n" + Chunk, null),
        ("chunked and a length", Ok + Type + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n" + Chunk, null),
        ("text/plain", Ok + "Content-Type: text/plain\r\n" + Length + "\r\n" + Stream, null),
        ("application/json", Ok + Json + Length + "\r\n" + Stream, null),
        ("JSON", Ok + Json + $"Content-Length: {Refusal.Length}\r\n\r\n" + Refusal,
            "NotAStream: status 200 at http://127.0.0.1:PORT/v1/chat/completions with application/json and no event stream in it: no such model"),
        ("JSON under the stream's type", Ok + Type + $"Content-Length: {Refusal.Length}\r\n\r\n" + Refusal,
            "NotAStream: status 200 at http://127.0.0.1:PORT/v1/chat/completions with text/event-stream and no event stream in it: no such model"),
        ("a page", Ok + "Content-Type: text/plain\r\nContent-Length: 13\r\n\r\n<html></html>",
            "NotAStream: status 200 at http://127.0.0.1:PORT/v1/chat/completions with text/plain and no event stream in it: an HTML page"),
        ("not found", "HTTP/1.1 404 Not Found\r\n" + Json + $"Content-Length: {Refusal.Length}\r\n\r\n" + Refusal,
            "NotFound: status 404 at http://127.0.0.1:PORT/v1/chat/completions: no such model"),
        ("redirect", "HTTP/1.1 307 Moved\r\nLocation: /v2?token=abc\r\nContent-Length: 0\r\n\r\n",
            "UnexpectedStatus: status 307 at http://127.0.0.1:PORT/v1/chat/completions: it redirects to http://127.0.0.1:PORT/v2?token=***, which is not followed"),
        ("TLS", "\u0015\u0003\u0003\u0000\u0002\u0002\u0028",
            "MalformedResponse: the answer is not HTTP but TLS; try https://127.0.0.1:PORT"),
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string transport in BadDayTests.TransportNames)
            {
                foreach (var (name, _, _) in Answers)
                {
                    cases.Add(transport, name);
                }
            }

            return cases;
        }
    }

    // How the server ends a refusal that it sends before a large request has come.
    public static TheoryData<string, string, bool> EarlyRefusals
    {
        get
        {
            var cases = new TheoryData<string, string, bool>();
            foreach (string transport in BadDayTests.TransportNames)
            {
                foreach (var end in (string[])["close", "reset", "hold", "chunked"])
                {
                    cases.Add(transport, end, false);
                    cases.Add(transport, end, true);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ExchangeAsync_AnAnswerAtTheEdges_IsTheSameForBothTransports(string transport, string name)
    {
        var (_, answer, failure) = Answers.Single(one => one.Name == name);
        await using var server = new PlayedServer(async call =>
        {
            await call.ReadBodyAsync();
            await call.SendAsync(Encoding.Latin1.GetBytes(answer));
            return name != "TLS";
        });
        var exchange = await ExchangeAsync(transport, server.Url, "Hello");
        if (failure is null)
        {
            exchange.Outcome.ShouldBe(Outcome.Completed, exchange.Failure?.ToString());
            exchange.Reply.Text.ShouldBe("One two");
            exchange.Remarks.HasFlag(ExchangeRemarks.UnusualContentType).ShouldBe(name.Contains('/'));
        }
        else
        {
            var found = exchange.Failure.ShouldNotBeNull();
            $"{found.Kind}: {found.Message}".ShouldBe(failure.Replace("PORT", $"{server.Url.Port}"));
        }
    }

    // A limit on the body's size: the refusal comes, and the connection ends, before 4 MB are out.
    [Theory]
    [MemberData(nameof(EarlyRefusals))]
    public async Task ExchangeAsync_RefusedWhileTheRequestLeaves_HasTheProvidersWords(
        string transport, string end, bool tls)
    {
        const string words = """{"error":{"message":"request body too large"}}""";
        using var certificate = Certificate();
        await using var server = new PlayedServer(
            async call =>
            {
                await call.SendAsync("HTTP/1.1 413 Content Too Large\r\nContent-Type: application/json\r\n" + (end == "chunked"
                    ? $"Transfer-Encoding: chunked\r\n\r\n{words.Length:x}\r\n{words}\r\n0\r\n\r\n"
                    : $"Content-Length: {words.Length}\r\n\r\n{words}"));
                if (end == "hold")
                {
                    await Task.Delay(Timeout.Infinite, call.Stop);
                }
                else if (end == "reset")
                {
                    call.Reset();
                }

                return false;
            },
            tls ? new SslServerAuthenticationOptions { ServerCertificate = certificate } : null);
        var exchange = await ExchangeAsync(transport, server.Url, new string('x', 4_000_000));
        var failure = exchange.Failure.ShouldNotBeNull();
        (failure.Kind, failure.Message).ShouldBe((FailureKind.BadRequest, "status 413: request body too large"));
    }

    [Theory]
    [MemberData(nameof(BadDayTests.TransportNames), MemberType = typeof(BadDayTests))]
    public async Task ExchangeAsync_TheWrongScheme_IsNamed(string transport)
    {
        using var certificate = Certificate();
        await using var secure = new PlayedServer(
            _ => Task.FromResult(false), new SslServerAuthenticationOptions { ServerCertificate = certificate });
        var plain = new UriBuilder(secure.Url) { Scheme = "http" }.Uri;
        (await ExchangeAsync(transport, plain, "Hello")).Failure.ShouldNotBeNull().Message
            .ShouldContain($"try https://127.0.0.1:{plain.Port}");

        await using var open = new PlayedServer(async call =>
        {
            await call.SendAsync("HTTP/1.0 400 Bad Request\r\n\r\n");
            return false;
        });
        var secured = new UriBuilder(open.Url) { Scheme = "https" }.Uri;
        var impatient = Short with { Connect = TimeSpan.FromSeconds(1) };
        (await ExchangeAsync(transport, secured, "Hello", impatient)).Failure.ShouldNotBeNull().Message
            .ShouldContain($"try http://127.0.0.1:{open.Url.Port}");
    }

    private static async Task<Exchange> ExchangeAsync(
        string transport, Uri url, string prompt, Timeouts? timeouts = null)
    {
        await using var exchanger = Bench.NewExchanger(transport);
        return await exchanger.ExchangeAsync(
            new ExchangeRequest
            {
                TaskId = 0,
                Target = new Target { Name = "t", Wire = "openai-chat", Url = url, Model = "m" },
                Prompt = Prompt.FromUser(prompt),
                IntendedNs = new Tollgate.Time.MonotonicAxis(TimeProvider.System).NowNs,
                Timeouts = timeouts ?? Short,
                KeepContent = true,
            },
            CancellationToken.None);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
