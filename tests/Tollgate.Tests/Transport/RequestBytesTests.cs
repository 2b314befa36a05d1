using System.Text;
using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Transport;

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

    // Only a simulated target is told what to say; a provider sees nothing of it.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_Dictation_IsAHeader(bool dictated)
    {
        var reply = new Reply("Grüße", "", [new ToolCall("c", "find", "{}")]);
        var bytes = RequestBytes.Write(
            new OpenAiChatWire(), Target("http://localhost"), Prompt.FromUser("Hi"), false, dictated ? reply : null);
        var head = Encoding.UTF8.GetString(bytes).Split("\r\n\r\n")[0];
        var value = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("x-dictate: ", StringComparison.Ordinal));
        (value is not null).ShouldBe(dictated);
        if (value is not null)
        {
            ScriptedReply.Read(value["x-dictate: ".Length..]).ShouldNotBeNull().ToolCalls.ShouldBe(reply.ToolCalls);
        }
    }

    [Fact]
    public void Write_Request_IsWhole()
    {
        var target = Target("http://localhost/v1") with
        {
            ApiKey = new Secret("k"),
            Headers = new Dictionary<string, Secret> { ["x-team"] = new("voice") },
        };
        var bytes = RequestBytes.Write(new OpenAiChatWire(), target, Prompt.FromUser("Grüße 🎈", 5), close: true);
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
        var text = Encoding.Latin1.GetString(
            RequestBytes.Write(new OpenAiChatWire(), target, Prompt.FromUser("Hello"), close));
        return text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
    }

    private static Target Target(string url) =>
        new() { Name = "t", Wire = "openai-chat", Url = new Uri(url), Model = "m" };
}
