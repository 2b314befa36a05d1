using Tollgate.Exchanges;
using Tollgate.Wires.OpenAiChat;
using static Tollgate.Tests.Wires.WireStream;

namespace Tollgate.Tests.Wires;

public class OpenAiChatEventReaderTests
{
    private static readonly OpenAiChatWire Wire = new();

    // What is no model output: a role, an empty string, null, an empty list, usage alone, an unknown field.
    public static TheoryData<string> NoTokens =>
    [
        """{"choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}""",
        """{"choices":[{"index":0,"delta":{"role":"assistant"}}]}""",
        """{"choices":[{"index":0,"delta":{"content":null,"refusal":null,"tool_calls":null}}]}""",
        """{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""",
        """{"choices":[]}""",
        """{"choices":null,"usage":{"prompt_tokens":1,"completion_tokens":1}}""",
        """{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":""}}]}}]}""",
        """{"choices":[{"delta":{"audio":{"data":"abc"},"obfuscation":"xyz"}}],"service_tier":"default"}""",
        """{"id":"x","nested":{"choices":[{"delta":{"content":"not here"}}]}}""",
        """{"choices":[{"delta":{"content":[],"reasoning_details":[{"type":"reasoning.encrypted","data":"abc"}]}}]}""",
        """{"choices":[{"delta":{"content":[{"type":"text","text":""},{"type":"image_url","image_url":{"url":"x"}}]}}]}""",
        """{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":{}}}]}}]}""",
        // Pings of any shape, and JSON that is no object.
        "{}", "null", "[]", "\"\"", "7", "ping", ": ping", "[PING]", "keep-alive", " heartbeat ",
    ];

    // What behind the deltas repeats the whole is not said again; messages alone are the stream.
    [Theory]
    [InlineData("""{"choices":[{"delta":{"content":"Hi"}}]}""", """{"choices":[{"message":{"content":"Hi there"}}]}""", "Hi")]
    [InlineData("""{"choices":[{"message":{"content":"Hi"}}]}""", """{"choices":[{"message":{"content":" there"}}]}""", "Hi there")]
    public void Read_MessageInAChoice_CountsWithoutDeltasAlone(string first, string second, string text) =>
        Read(Wire, OpenAi(first), OpenAi(second), OpenAi("[DONE]")).Reply.Text.ShouldBe(text);

    // An empty reason is none.
    [Fact]
    public void Read_FinishReasons_TheLastThatSaysSomethingStands() =>
        Read(
            Wire,
            OpenAi("""{"choices":[{"delta":{"content":"a"},"finish_reason":""}]}"""),
            OpenAi("""{"choices":[{"delta":{},"finish_reason":"length"}]}"""),
            OpenAi("""{"choices":[{"delta":{},"finish_reason":"null"}]}""")).FinishReason.ShouldBe("length");

    [Theory]
    [MemberData(nameof(NoTokens))]
    public void Read_NoModelOutput_IsNoArrival(string chunk)
    {
        var recorder = Read(Wire, OpenAi(chunk));
        recorder.Failure.ShouldBeNull();
        recorder.Arrivals.Length.ShouldBe(0);
    }

    // What is: text, a refusal, thinking under either name, a tool's name, a tool's arguments.
    public static TheoryData<string, ArrivalKind, int> Tokens => new()
    {
        { """{"choices":[{"delta":{"content":"Hi!"}}]}""", ArrivalKind.Text, 3 },
        { """{"choices":[{"delta":{"refusal":"No."}}]}""", ArrivalKind.Text, 3 },
        { """{"choices":[{"delta":{"reasoning_content":"Hm"}}]}""", ArrivalKind.Reasoning, 2 },
        { """{"choices":[{"delta":{"reasoning":"Hm","content":null}}]}""", ArrivalKind.Reasoning, 2 },
        { """{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c","function":{"name":"book"}}]}}]}""", ArrivalKind.Tool, 4 },
        { """{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\""}}]}}]}""", ArrivalKind.Tool, 2 },
        // Characters are code points: an escape is one, a surrogate pair is one, bytes do not count.
        { """{"choices":[{"delta":{"content":"\u00e9\n\ud83c\udf88"}}]}""", ArrivalKind.Text, 3 },
        { """{"choices":[{"delta":{"content":"é世🎈"}}]}""", ArrivalKind.Text, 3 },
        // An event is one arrival: what it carries adds up, and a call counts before text, text before a thought.
        { """{"choices":[{"delta":{"reasoning":"Hm","content":"Hi!"}},{"index":1,"delta":{"content":"Ho"}}]}""", ArrivalKind.Text, 7 },
        { """{"choices":[{"delta":{"content":"Hi","tool_calls":[{"index":0,"id":"c","function":{"name":"book","arguments":"{}"}}]}}]}""", ArrivalKind.Tool, 8 },
        // Parts: OpenAI's, Mistral's thinking with parts of its own, OpenRouter's and MiniMax's details.
        { """{"choices":[{"delta":{"content":[{"type":"text","text":"Hi"},{"type":"text","text":"!"}]}}]}""", ArrivalKind.Text, 3 },
        { """{"choices":[{"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm"}]}]}}]}""", ArrivalKind.Reasoning, 2 },
        { """{"choices":[{"delta":{"content":[{"text":"Hm","type":"reasoning"},"Hi"]}}]}""", ArrivalKind.Text, 4 },
        { """{"choices":[{"delta":{"content":"","reasoning_details":[{"type":"reasoning.text","text":"Hm","signature":null}]}}]}""", ArrivalKind.Reasoning, 2 },
        { """{"choices":[{"delta":{"reasoning_details":[{"type":"reasoning.summary","summary":"Hm"}]}}]}""", ArrivalKind.Reasoning, 2 },
        // One thought under several names is one, whichever of them says it.
        { """{"choices":[{"delta":{"reasoning":"Hm","reasoning_content":"Hm","reasoning_details":[{"type":"reasoning.text","text":"Hm"}]}}]}""", ArrivalKind.Reasoning, 2 },
        { """{"choices":[{"delta":{"reasoning_details":[{"type":"reasoning.encrypted","data":"abc"}],"reasoning":"","reasoning_content":"Hm"}}]}""", ArrivalKind.Reasoning, 2 },
        // Completions, the older API, and a message where a delta should be.
        { """{"choices":[{"text":"Hi!","index":0}]}""", ArrivalKind.Text, 3 },
        { """{"choices":[{"message":{"role":"assistant","content":"Hi!"},"delta":{}}]}""", ArrivalKind.Text, 3 },
        // Half a character is replaced.
        { """{"choices":[{"delta":{"content":"a\ud83d"}}]}""", ArrivalKind.Text, 2 },
        // The order of fields means nothing.
        { """{"usage":null,"choices":[{"finish_reason":null,"delta":{"content":"a","role":"assistant"}}],"id":"x"}""", ArrivalKind.Text, 1 },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Read_ModelOutput_IsOneArrival(string chunk, ArrivalKind kind, int characters) =>
        Read(Wire, OpenAi(chunk)).Arrivals.ToArray().ShouldBe([new Arrival(1_000_000, characters, kind, false, 0)]);

    // What must be JSON and is not.
    [Theory]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("data")]
    [InlineData("""{"choices":[1]}""")]
    [InlineData("""{"choices":[{"delta":{"tool_calls":[7]}}]}""")]
    public void Read_MalformedChunk_FailsAsSuch(string chunk)
    {
        var recorder = Read(Wire, OpenAi(chunk, """{"choices":[{"delta":{"content":"late"}}]}""", "[DONE]"));
        recorder.Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.MalformedEvent);
        recorder.Arrivals.Length.ShouldBe(0);
        recorder.EndNs.ShouldBeNull();
    }

    [Fact]
    public void Read_WholeConversation_KeepsEverything()
    {
        var recorder = Read(
            Wire,
            OpenAi("""{"model":"m-1","choices":[{"delta":{"role":"assistant","content":""}}]}"""),
            OpenAi("""{"model":"m-1","choices":[{"delta":{"content":"One "}}]}""", """{"choices":[{"delta":{"content":"moment."}}]}"""),
            OpenAi("""{"choices":[{"delta":{"tool_calls":[{"index":1,"id":"c2","function":{"name":"cancel","arguments":""}}]}}]}"""),
            OpenAi("""{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c1","function":{"name":"book","arguments":"{\"a\":"}}]}}]}"""),
            OpenAi("""{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"1}"}}]}}]}"""),
            OpenAi("""{"choices":[{"delta":{},"finish_reason":"tool_calls"}]}"""),
            OpenAi("""{"choices":[],"usage":{"prompt_tokens":100,"completion_tokens":9,"prompt_tokens_details":{"cached_tokens":64,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":4}}}"""),
            OpenAi("[DONE]"));

        recorder.Failure.ShouldBeNull();
        recorder.EndNs.ShouldBe(8_000_000);
        recorder.AnsweredBy.ShouldBe("m-1");
        recorder.FinishReason.ShouldBe("tool_calls");
        recorder.Usage.ShouldBe(new Usage(36, 64, 0, 9, 4));
        recorder.Reply.Text.ShouldBe("One moment.");
        recorder.Reply.ToolCalls.ShouldBe([new ToolCall("c1", "book", "{\"a\":1}"), new ToolCall("c2", "cancel", "")]);
        var arrivals = recorder.Arrivals.ToArray();
        arrivals.Select(a => a.AtNs / 1_000_000).ShouldBe([2L, 2, 3, 4, 5]);

        // In the second read came two chunks: whatever is not first in its read is coalesced. In the fourth came one,
        // with a name and arguments: an event is one arrival.
        arrivals.Select(a => a.Coalesced).ShouldBe([false, true, false, false, false]);
        arrivals[3].Characters.ShouldBe("book".Length + "{\"a\":".Length);
    }
}
