using System.Text;
using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Transport;
using Tollgate.Wires.OpenAiChat;
using Tollgate.Wires.Requests;

namespace Tollgate.Tests.Transport;

public class RequestBytesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8000", "127.0.0.1:8000")]
    [InlineData("https://api.openai.com/v1", "api.openai.com")]
    [InlineData("https://api.openai.com:443/v1", "api.openai.com")]
    [InlineData("http://[::1]:8000", "[::1]:8000")]
    [InlineData("http://[::1]", "[::1]")]
    [InlineData("http://münchen.example", "xn--mnchen-3ya.example")]
    public void Write_Host_IsAsTheStandardHasIt(string url, string host) =>
        Head(Target(url), close: false).ShouldContain($"\r\nHost: {host}\r\n");

    // The exchange's own headers stand behind the target's, and a signature behind all of them.
    [Fact]
    public void Write_FurtherHeaders_AreSignedToo()
    {
        var request = new ExchangeRequest
        {
            TaskId = 1,
            Target = Target("http://localhost") with
            {
                Headers = new Dictionary<string, Secret> { ["x-team"] = new("voice") },
            },
            Prompt = Prompt.FromUser("Hi"),
            IntendedNs = 0,
            Headers = [new("x-own", "1")],
        };
        var prepared = new OpenAiChatWire().Prepare(request.Target, request.Prompt) with { Signer = new Signer() };
        var text = Encoding.UTF8.GetString(RequestBytes.Write(
            prepared, request.FurtherHeaders, false, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
        text.Split("\r\n\r\n")[0].ShouldEndWith(
            $"\r\nx-team: voice\r\nx-own: 1\r\nx-signed: Content-Type,Accept,x-team,x-own {prepared.Body.Length} 20260102");
    }

    [Fact]
    public void Write_Request_IsWhole()
    {
        var target = Target("http://localhost/v1") with
        {
            ApiKey = new Secret("k"),
            Headers = new Dictionary<string, Secret> { ["x-team"] = new("voice") },
        };
        var bytes = Write(target, Prompt.FromUser("Grüße 🎈", 5), close: true);
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        text[..end].ShouldStartWith("POST /v1/chat/completions HTTP/1.1\r\n");
        text[..end].ShouldContain("\r\nAuthorization: Bearer k\r\n");
        text[..end].ShouldContain("\r\nx-team: voice\r\n");
        text[..end].ShouldEndWith("\r\nConnection: close");
        text[..end].ShouldContain($"\r\nContent-Length: {bytes.Length - end - 4}\r\n");
        using var body = JsonDocument.Parse(text[(end + 4)..]);
        body.RootElement.GetProperty("stream_options").GetProperty("include_usage").GetBoolean().ShouldBeTrue();
        body.RootElement.GetProperty("messages")[0].GetProperty("content").GetString().ShouldBe("Grüße 🎈");
        body.RootElement.GetProperty("max_tokens").GetInt32().ShouldBe(5);
    }

    private static string Head(Target target, bool close)
    {
        var text = Encoding.Latin1.GetString(Write(target, Prompt.FromUser("Hello"), close));
        return text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
    }

    private static byte[] Write(Target target, Prompt prompt, bool close)
    {
        var request = new ExchangeRequest { TaskId = 1, Target = target, Prompt = prompt, IntendedNs = 0 };
        return RequestBytes.Write(
            new OpenAiChatWire().Prepare(target, prompt), request.FurtherHeaders, close, DateTimeOffset.UnixEpoch);
    }

    private static Target Target(string url) =>
        new() { Name = "t", Wire = "openai-chat", Url = new Uri(url), Model = "m" };

    private sealed class Signer : IRequestSigner
    {
        public IEnumerable<KeyValuePair<string, string>> Sign(
            WireRequest request, IReadOnlyList<KeyValuePair<string, string>> headers, DateTimeOffset now) =>
            [new("x-signed", $"{string.Join(',', headers.Select(h => h.Key))} {request.Body.Length} {now:yyyyMMdd}")];
    }
}
