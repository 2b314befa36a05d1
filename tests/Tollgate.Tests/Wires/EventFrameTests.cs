using System.Text;
using Tollgate.Exchanges;
using Tollgate.Statistics;
using Tollgate.Wires;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Anthropic;
using Tollgate.Wires.Framing;
using Tollgate.Wires.OpenAiChat;
using Tollgate.Wires.OpenAiResponses;

namespace Tollgate.Tests.Wires;

public class EventFrameTests
{
    private const int Streams = 60_000;
    private const int MaxEvents = 12;

    // The text stands at the @. What surrounds it: what servers send, and what must not be taken for it.
    private static readonly string[] OpenAi =
    [
        """data: {"choices":[{"delta":{"content":"@"}}]}""",
        """data: {"id":"c","model":"m","choices":[{"index":0,"delta":{"content":"@"},"finish_reason":null}],"usage":null}""",
        """data:{"choices":[{"delta":{"role":"assistant","content":"@","refusal":null},"logprobs":null}]}""",
        """data: {"choices":[{"delta":{"refusal":"@"}}]}""",
        """data: {"choices":[{"delta":{"reasoning_content":"@"}}]}""",
        """data: {"choices":[{"delta":{"reasoning":"@","reasoning_content":"@"}}]}""",
        """data: {"choices":[{"delta":{"reasoning":"a","content":"@"}}]}""",
        """data: {"choices":[{"delta":{"content":[{"type":"text","text":"@"}]}}]}""",
        """data: {"choices":[{"delta":{"content":[{"type":"thinking","thinking":"@"}]}}]}""",
        """data: {"choices":[{"delta":{"content":[{"type":"@","text":"a"}]}}]}""",
        """data: {"choices":[{"message":{"content":"@"}}]}""",
        """data: {"choices":[{"delta":{"content":""},"message":{"content":"@"}}]}""",
        """data: {"choices":[{"text":"@"}]}""",
        """data: {"choices":[{"text":"@","delta":{"content":"@"}}]}""",
        """data: {"choices":[{"delta":{"content":"@"}},{"index":1,"delta":{"content":"a"}}]}""",
        """data: {"choices":[{"delta":{"content":"a","content":"@"}}]}""",
        """data: {"choices":[{"delta":{"content":"@"}}],"usage":{"prompt_tokens":3,"completion_tokens":1}}""",
        """data: {"choices":[{"delta":{"content":"@"},"finish_reason":"stop"}]}""",
        """data: {"choices":[{"delta":{"content":"@"},"finish_reason":""}]}""",
        """data: {"choices":[{"delta":{"content":"a"},"finish_reason":"@"}]}""",
        """data: {"model":"@","choices":[{"delta":{"content":"a"}}]}""",
        """data: {"choices":[{"delta":{"content":"a"}}],"error":"@"}""",
        """data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"t","function":{"name":"f","arguments":"@"}}]}}]}""",
        """data: {"choices":[{"delta":{"content":"a","tool_calls":[{"function":{"name":"@"}}]}}]}""",
        """data: {"@":1,"choices":[{"delta":{"content":"a"}}]}""",
        """data: {"message":"@"}""",
        """{"choices":[{"delta":{"content":"@"}}]}""",
        """
        id: 1
        data: {"choices":[{"delta":{"content":"@"}}]}
        event: x
        """,
        """
        data: {"choices":[{"delta":
        data: {"content":"@"}}]}
        """,
        ": @", "event: @", "data: [DONE]", "data: @", "error: @", "",
    ];

    private static readonly string[] Anthropic =
    [
        """
        event: content_block_delta
        data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"@"}}
        """,
        """data: {"type":"content_block_delta","delta":{"text":"@","type":"text_delta"}}""",
        """data: {"type":"content_block_delta","delta":{"type":"thinking_delta","thinking":"@"}}""",
        """data: {"type":"content_block_delta","delta":{"type":"text_delta","thinking":"@","text":"a"}}""",
        """data: {"type":"content_block_delta","delta":{"type":"text_delta","text":"a"},"error":"@"}""",
        """data: {"type":"content_block_delta","delta":{"type":"@","text":"a"}}""",
        """data: {"type":"content_block_delta","delta":{"type":"input_json_delta","partial_json":"@"}}""",
        """data: {"type":"content_block_start","content_block":{"type":"text","text":"@"}}""",
        """data: {"type":"content_block_start","content_block":{"type":"tool_use","id":"t","name":"f","input":{}}}""",
        """
        event: ping
        data: {"type":"ping"}
        """,
        """
        event: @
        data: {"delta":{"type":"text_delta","text":"a"}}
        """,
        """data: {"type":"message_start","message":{"model":"m","usage":{"input_tokens":3,"output_tokens":1}}}""",
        """data: {"type":"message_delta","delta":{"stop_reason":"@"},"usage":{"output_tokens":9}}""",
        """data: {"type":"message_stop"}""",
        """data: {"type":"error","error":{"message":"@"}}""",
    ];

    private static readonly string[] Responses =
    [
        """
        event: response.output_text.delta
        data: {"type":"response.output_text.delta","output_index":0,"delta":"@"}
        """,
        """data: {"type":"response.output_text.delta","output_index":1,"delta":"@"}""",
        """data: {"type":"response.refusal.delta","delta":"@"}""",
        """data: {"type":"response.reasoning_summary_text.delta","output_index":1,"delta":"@"}""",
        """data: {"type":"response.function_call_arguments.delta","output_index":2,"delta":"@"}""",
        """data: {"type":"response.output_item.added","output_index":2,"item":{"type":"function_call","call_id":"t","name":"@"}}""",
        """data: {"type":"response.output_item.done","output_index":0,"item":{"type":"message","content":[{"text":"@"}]}}""",
        """data: {"type":"response.output_item.done","output_index":1,"item":{"type":"message","content":[{"text":"@"}]}}""",
        """data: {"type":"response.output_item.done","output_index":3,"item":{"type":"reasoning","summary":[{"text":"@"}]}}""",
        """data: {"type":"@","delta":"a"}""",
        """data: {"type":"response.output_text.delta","delta":"a","error":"@"}""",
        """data: {"type":"response.created","response":{"model":"@"}}""",
        """data: {"type":"response.completed","response":{"status":"@","usage":{"input_tokens":3,"output_tokens":1}}}""",
        """data: {"type":"response.completed","response":{"output":[{"type":"message","content":[{"text":"@"}]}]}}""",
        """data: {"type":"error","message":"@"}""",
    ];

    // What a JSON string holds as it is, what it holds escaped, and what it cannot hold.
    private static readonly string[] Texts =
    [
        "a", " tok", " Hello", "é", "世界", "🎈", "\u007f", "{", "data: ", "content_block_delta", "text_delta", "stop",
        "", "\\n", "\\\"", "\\u00e9", "\\ud83d\\ude00", "\\ud83d", "\\", "\"", "\",\"content\":\"b", "\n", "\r\n", "\t", "\0", "\u00ff",
    ];

    public static TheoryData<string> Wires => ["openai-chat", "openai-responses", "anthropic"];

    [Theory]
    [MemberData(nameof(Wires))]
    public void Feed_StreamsOfAnyEvents_GivesWhatTheReaderAloneGives(string name)
    {
        var random = new RandomStream(7);
        var templates = Templates(name);
        for (var i = 0; i < Streams; i++)
        {
            List<byte[]> reads = [];
            var newline = random.Next(3) switch { 0 => "\r\n", 1 when i % 8 == 0 => "\r", _ => "\n" };
            var template = templates[random.Next(templates.Length)];
            for (var events = random.Next(2, MaxEvents); events > 0; events--)
            {
                template = random.Next(4) == 0 ? templates[random.Next(templates.Length)] : template;
                var one = (template + "\n\n").ReplaceLineEndings(newline)
                    .Replace("@", Texts[random.Next(Texts.Length)], StringComparison.Ordinal);
                reads.Add(Encoding.UTF8.GetBytes(one));
            }

            Mutate(reads, random);
            Agree(name, Cut(reads, random));
        }
    }

    [Theory]
    [MemberData(nameof(Wires))]
    public void Feed_EventsThatDifferInTheirTextAlone_PassTheReaderBy(string name)
    {
        var recorder = new StreamRecorder(keepContent: true);
        var counted = new Counted(Reader(name));
        using var events = new ServerSentEvents(counted, recorder);
        var template = Templates(name)[0];
        foreach (var text in (string[])["a", "bc", "世", "\\n", "d", "e"])
        {
            events.Feed(Encoding.UTF8.GetBytes($"{template.Replace("@", text, StringComparison.Ordinal)}\n\n"));
        }

        // The first, the one with an escape, and the one behind it.
        counted.Count.ShouldBe(3);
        recorder.Reply.Text.ShouldBe("abc世\nde");
        recorder.Arrivals.ToArray().Select(arrival => arrival.Characters).ShouldBe([1, 2, 1, 1, 1, 1]);
    }

    // Events that differ in something else each time are compared a few times and then no more.
    [Fact]
    public void Feed_EventsThatDifferEachTime_AreNotRememberedForEver()
    {
        var recorder = new StreamRecorder(keepContent: false);
        var counted = new Counted(new OpenAiChatEventReader());
        using var events = new ServerSentEvents(counted, recorder);
        for (var i = 0; i < 20; i++)
        {
            events.Feed(Encoding.UTF8.GetBytes($"data: {{\"id\":{i},\"choices\":[{{\"delta\":{{\"content\":\"a\"}}}}]}}\n\n"));
        }

        events.Feed("data: {\"id\":19,\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n"u8);
        counted.Count.ShouldBe(21);
        events.FrameAt.ShouldNotBe(0);
    }

    /// <summary>
    /// Fails unless the reads give the same in one piece each as byte by byte: so no event is ever whole before its
    /// line is read, and each goes to the reader.
    /// </summary>
    internal static void Agree(string wire, IReadOnlyList<byte[]> reads)
    {
        var (quick, alone) = (new StreamRecorder(keepContent: true), new StreamRecorder(keepContent: true));
        using var quickEvents = new ServerSentEvents(Reader(wire), quick);
        using var aloneEvents = new ServerSentEvents(Reader(wire), alone);
        var atNs = 0L;
        foreach (var read in reads)
        {
            quick.BeginRead(++atNs, 0);
            alone.BeginRead(atNs, 0);
            quickEvents.Feed(read);
            var at = 0;
            for (; at < read.Length && !alone.IsOver; at++)
            {
                aloneEvents.Feed(read.AsSpan(at, 1));
            }

            // Behind the end nothing is remembered, nor is what a read cuts.
            aloneEvents.Feed(read.AsSpan(at));

            if (!Same(quick, alone))
            {
                Describe(quick).ShouldBe(
                    Describe(alone), string.Join("\n---\n", reads.Select(Encoding.UTF8.GetString)));
            }
        }

        quickEvents.End();
        aloneEvents.End();
        Describe(quick).ShouldBe(Describe(alone), string.Join("\n---\n", reads.Select(Encoding.UTF8.GetString)));
    }

    private static IEventReader Reader(string wire) => wire switch
    {
        "openai-chat" => new OpenAiChatEventReader(),
        "openai-responses" => new OpenAiResponsesEventReader(),
        _ => new AnthropicEventReader(),
    };

    private static string[] Templates(string wire) => wire switch
    {
        "openai-chat" => OpenAi,
        "openai-responses" => Responses,
        _ => Anthropic,
    };

    private static bool Same(StreamRecorder one, StreamRecorder other) =>
        one.Arrivals.Span.SequenceEqual(other.Arrivals.Span) && one.Usage == other.Usage && one.EndNs == other.EndNs
        && one.Failure == other.Failure && one.FinishReason == other.FinishReason && one.OutputBytes == other.OutputBytes;

    private static string Describe(StreamRecorder recorder)
    {
        var reply = recorder.Reply;
        return $"""
            {string.Join(' ', recorder.Arrivals.ToArray())}
            {recorder.Usage} {recorder.FinishReason} {recorder.AnsweredBy} {recorder.EndNs} {recorder.Failure}
            {reply.Text} | {reply.Reasoning} | {string.Join(' ', reply.ToolCalls)}
            """;
    }

    private static void Mutate(List<byte[]> reads, RandomStream random)
    {
        ReadOnlySpan<byte> spice = "{}[]\":,\\\r\n\0u0dataev \xff"u8;
        for (var edits = random.Next(4) - 1; edits > 0; edits--)
        {
            var read = reads[random.Next(reads.Count)];
            read[random.Next(read.Length)] = random.Next(2) == 0 ? spice[random.Next(spice.Length)] : (byte)random.Next(256);
        }
    }

    // One event a read, several, or pieces of them.
    private static List<byte[]> Cut(List<byte[]> reads, RandomStream random)
    {
        if (random.Next(2) == 0)
        {
            return reads;
        }

        byte[] all = [.. reads.SelectMany(read => read)];
        List<byte[]> cut = [];
        for (var at = 0; at < all.Length;)
        {
            var length = Math.Min(random.Next(1, random.Next(2, 600)), all.Length - at);
            cut.Add(all[at..(at + length)]);
            at += length;
        }

        return cut;
    }

    private sealed class Counted(IEventReader reader) : IEventReader
    {
        public int Count { get; private set; }

        public void Read(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> data, StreamRecorder recorder)
        {
            Count++;
            reader.Read(eventType, data, recorder);
        }
    }
}
