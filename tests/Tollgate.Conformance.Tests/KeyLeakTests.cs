using System.Text;
using System.Text.Json;

namespace Tollgate.Conformance.Tests;

/// <summary>A server that says the key wherever it can, and a user who writes it where it does not belong.</summary>
public class KeyLeakTests
{
    private const string Key = "k/9f8e+7d6c5b4a39281706";

    // How the key is given, and what the server does with it.
    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (string transport in BadDayTests.TransportNames)
            {
                foreach (var flag in (string[])["--key-env K", "--header Authorization:Bearer_${K}", "--header x-team:${K}"])
                {
                    cases.Add(transport, flag, "says it");
                    cases.Add(transport, flag, "refuses it");
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Measure_AServerThatSaysTheKey_LeavesNoneOfIt(string transport, string flag, string what)
    {
        await using var server = new PlayedServer(async call =>
        {
            await call.ReadBodyAsync();
            await call.SendAsync(what == "says it" ? Saying() : Refusing());
            return true;
        });
        using var command = new Command();
        command.Environment["K"] = Key;
        var result = await command.RunAsync(
            ["measure", "--url", server.Url.ToString(), "--wire", "openai-chat", "--model", "m", "--requests", "2",
                .. flag.Split(' ').Select(static word => word.Replace('_', ' ')),
                "--transport", transport, "--quiet", "--json", "--keep-content", "--out", "a.tollgate", "--html", "a.html"]);
        result.Code.ShouldBe(what == "refuses it" ? 1 : 0, result.ToString());
        result.Output.ShouldContain(what == "says it" ? "\"completed\": 2" : "${K}");
        var kept = string.Join('\n', result.Output, result.Diagnostics, File.ReadAllText(command.Path("a.html")),
            Encoding.Latin1.GetString(File.ReadAllBytes(command.Path("a.tollgate"))));
        foreach (var form in Forms())
        {
            kept.ShouldNotContain(form);
        }
    }

    [Theory]
    [InlineData("--key KEY")]
    [InlineData("--key=KEY")]
    [InlineData("--api-key:KEY")]
    [InlineData("KEY")]
    [InlineData("--requests KEY")]
    [InlineData("--key-env KEY --url https://h.invalid --wire openai-chat --model m --requests 1")]
    [InlineData("--url https://h.invalid?key=KEY --wire openai-chat --model m --requests 1")]
    [InlineData("--url https://KEY@h.invalid --wire openai-chat --model m --requests 1")]
    public async Task Measure_AKeyWhereItDoesNotBelong_IsNotRepeated(string arguments)
    {
        using var command = new Command();
        var result = await command.RunAsync(["measure", .. arguments.Replace("KEY", Key.Replace("/", "")).Split(' ')]);
        result.Code.ShouldBe(2, result.ToString());
        result.ToString().ShouldNotContain(Key[2..12]);
    }

    private static string Saying()
    {
        static string Event(string delta, string rest) =>
            "data: {\"id\":\"KEY\",\"model\":\"KEY\",\"choices\":[{\"index\":0,\"delta\":{".Replace("KEY", Key)
            + delta + "}" + rest + "}]}\n\n";
        var words = $"Your key is {Key}, or {Convert.ToBase64String(Encoding.UTF8.GetBytes(Key))}.";
        var body = string.Concat(words.Chunk(5).Select(piece => Event($"\"content\":\"{new string(piece)}\"", "")))
            + Event($"\"reasoning_content\":\"{Key}\"", "")
            + Event("\"tool_calls\":[{\"index\":0,\"id\":\"KEY\",\"function\":{\"name\":\"f\",\"arguments\":\"KEY\"}}]"
                .Replace("KEY", Key), "")
            + Event("", $",\"finish_reason\":\"{Key}\"") + "data: [DONE]\n\n";
        return $"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nx-request-id: {Key}\r\nContent-Length: {body.Length}\r\n\r\n{body}";
    }

    private static string Refusing()
    {
        var body = JsonSerializer.Serialize(new { error = new { message = string.Join(' ', Forms()) } });
        return $"HTTP/1.1 401 No\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";
    }

    private static string[] Forms() =>
    [
        Key, Uri.EscapeDataString(Key), Convert.ToBase64String(Encoding.UTF8.GetBytes(Key)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Key)), Convert.ToHexString(Encoding.UTF8.GetBytes(Key)),
        JsonSerializer.Serialize(Key).Trim('"'), Key[..9] + "****" + Key[^4..],
    ];
}
