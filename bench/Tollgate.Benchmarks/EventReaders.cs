using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Tollgate.Exchanges;
using Tollgate.Wires;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Catalog;

namespace Tollgate.Benchmarks;

/// <summary>
/// What one event that carries a token costs from its bytes to its arrival, in the way it comes: one event a read. The
/// yardstick is what .NET itself has for it, <see cref="SseParser"/> and <see cref="JsonDocument"/>, looking for
/// nothing but the text. Most servers change nothing but the text from event to event; some change more, and each of
/// their events is read as JSON.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[HideColumns("RatioSD")]
public class EventReaders
{
    private const int Events = 400_000;

    // The arrivals' own array grows by doubling; past this many it has room for all events of an invocation, and both
    // together are within the bound of an answer.
    private const int ArrivalsBefore = (1 << 19) + 1;

    private static readonly byte[] OpenAiEvent = Encoding.UTF8.GetBytes(
        """
        data: {"id":"chatcmpl-8f2c","object":"chat.completion.chunk","created":1767225600,"model":"gpt-5.5","service_tier":"default","system_fingerprint":"fp_1","choices":[{"index":0,"delta":{"content":" token"},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"x8Fq"}


        """.ReplaceLineEndings("\n"));

    private static readonly byte[] OpenAiOther =
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(OpenAiEvent).Replace("x8Fq", "k2Pz", StringComparison.Ordinal));

    private static readonly byte[] AnthropicEvent = Encoding.UTF8.GetBytes(
        """
        event: content_block_delta
        data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":" token"}}


        """.ReplaceLineEndings("\n"));

    private readonly IWire openAi = WireCatalog.Find("openai-chat") ?? throw new InvalidOperationException();
    private readonly IWire anthropic = WireCatalog.Find("anthropic") ?? throw new InvalidOperationException();
    private readonly OneEventARead openAiStream = new(OpenAiEvent, Events);
    private readonly OneEventARead anthropicStream = new(AnthropicEvent, Events);

    private StreamRecorder recorder = new(keepContent: false);

    /// <summary>A timeline that has room: what it takes to keep an arrival (24 bytes) is not the reader's.</summary>
    [IterationSetup]
    public void MakeRoom()
    {
        recorder = new StreamRecorder(keepContent: false);
        for (var i = 0; i < ArrivalsBefore; i++)
        {
            recorder.BeginEvent();
            recorder.Arrive(ArrivalKind.Text, 1);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    [BenchmarkCategory("openai-chat")]
    public int OpenAi_Yardstick() => Yardstick(openAiStream, static root =>
        root.GetProperty("choices")[0].GetProperty("delta").GetProperty("content").GetString()!.Length); // It is there.

    [Benchmark(OperationsPerInvoke = Events)]
    [BenchmarkCategory("openai-chat")]
    public int OpenAi_Tollgate() => Tollgate(openAi, OpenAiEvent, OpenAiEvent);

    [Benchmark(OperationsPerInvoke = Events)]
    [BenchmarkCategory("openai-chat")]
    public int OpenAi_Tollgate_MoreChanges() => Tollgate(openAi, OpenAiEvent, OpenAiOther);

    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    [BenchmarkCategory("anthropic")]
    public int Anthropic_Yardstick() => Yardstick(anthropicStream, static root =>
        root.GetProperty("delta").GetProperty("text").GetString()!.Length); // It is there.

    [Benchmark(OperationsPerInvoke = Events)]
    [BenchmarkCategory("anthropic")]
    public int Anthropic_Tollgate() => Tollgate(anthropic, AnthropicEvent, AnthropicEvent);

    private static int Yardstick(OneEventARead stream, Func<JsonElement, int> text)
    {
        stream.Rewind();
        var characters = 0;
        var events = SseParser.Create(stream, static (_, bytes) =>
        {
            var reader = new Utf8JsonReader(bytes);
            return JsonDocument.ParseValue(ref reader);
        });
        foreach (var one in events.Enumerate())
        {
            using var json = one.Data;
            characters += text(json.RootElement);
        }

        return characters;
    }

    private int Tollgate(IWire wire, byte[] even, byte[] odd)
    {
        using var events = wire.CreateDecoder(recorder);
        for (var i = 0; i < Events; i++)
        {
            recorder.BeginRead(i, 0);
            events.Feed((i & 1) == 0 ? even : odd);
        }

        return recorder.Arrivals.Length;
    }
}
