using System.Text.Json;

namespace Tollgate.Conformance.Tests;

/// <summary>Servers that close their connections after their answers, whatever they announce.</summary>
public class ClosingServerTests
{
    private const string Chunked = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n";

    // What it says, and whether the body is chunked.
    private static readonly (string Name, string Head, bool IsChunked)[] Servers =
    [
        ("announces keep-alive, as llama.cpp's does", Chunked + "Keep-Alive: timeout=5, max=100\r\n\r\n", true),
        ("says close", Chunked + "Connection: close\r\n\r\n", true),
        ("speaks HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\n", false),
        ("ends the body by closing", "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n", false),
    ];

    private static readonly string[] Loads = ["--concurrency 8 --requests 24", "-c 1 -n 60", "-c 1 -n 4", "--rate 100/s -n 40"];

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (string transport in BadDayTests.TransportNames)
            {
                foreach (var (server, _, _) in Servers)
                {
                    cases.Add(transport, server, Loads[0]);
                }

                foreach (var load in Loads.Skip(1))
                {
                    cases.Add(transport, Servers[0].Name, load);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Measure_AServerThatCloses_HasEveryNumberAndOneKindOfConnection(
        string transport, string server, string load)
    {
        var (_, head, isChunked) = Servers.Single(one => one.Name == server);
        await using var played = new PlayedServer(async call =>
        {
            await call.ReadBodyAsync();
            await call.SendAsync(head);
            foreach (var data in (string[])[PlayedServer.Token("One"), PlayedServer.Token("two"), "data: [DONE]\n\n"])
            {
                await call.SendAsync(isChunked ? $"{data.Length:x}\r\n{data}\r\n" : data);
            }

            await call.SendAsync(isChunked ? "0\r\n\r\n" : "");
            return false;
        });
        using var command = new Command();
        var result = await command.RunAsync(
            ["measure", "--url", played.Url.ToString(), "--wire", "openai-chat", "--model", "m", .. load.Split(' '),
                "--transport", transport, "--seed", "1", "--quiet", "--json", "--out", "run.tollgate"]);
        result.Code.ShouldBe(0, result.ToString());
        using var document = JsonDocument.Parse(result.Output);
        var target = document.RootElement.GetProperty("targets")[0];
        var completed = target.GetProperty("completed").GetInt32();
        completed.ShouldBe(target.GetProperty("issued").GetInt32(), result.Output);
        foreach (var measure in (string[])["first_token_ms", "first_answer_ms", "wait_ms", "task_ms"])
        {
            target.GetProperty(measure).GetProperty("n").GetInt32().ShouldBe(completed, $"{measure}: {result.Output}");
        }

        target.GetProperty("connections").GetString().ShouldBe("cold");
        document.RootElement.GetProperty("warnings").EnumerateArray().Select(static warning => warning.GetString()!)
            .Count(static warning => warning.Contains("closed its connections after its answers")).ShouldBe(1);
    }
}
