using Tollgate.Exchanges;
using Tollgate.Wires;
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
    ];

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
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    [InlineData("data")]
    [InlineData("""{"choices":[1]}""")]
    [InlineData("""{"choices":[{"delta":{"tool_calls":[7]}}]}""")]
    [InlineData("""{"choices":[{"delta":{"content":"\ud800"}}]}""")]
    [InlineData("""{"usage":{"prompt_tokens":1.5}}""")]
    public void Read_MalformedChunk_FailsAsSuch(string chunk)
    {
        var recorder = Read(Wire, OpenAi(chunk, """{"choices":[{"delta":{"content":"late"}}]}""", "[DONE]"));
        recorder.Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.MalformedEvent);
        recorder.Arrivals.Length.ShouldBe(0);
        recorder.EndNs.ShouldBeNull();
    }

    // The total says whether the reasoning is among the completion's tokens or beside them.
    [Theory]
    [InlineData(110, 4)] // prompt 100, completion 10, 4 of them reasoning
    [InlineData(114, 4)] // 4 beside the 10
    [InlineData(0, 4)] // no total
    public void Read_Reasoning_IsPartOfTheOutputWhereverItIsCounted(long total, long reasoning)
    {
        var usage = Read(
            Wire,
            OpenAi($$"""
                {"usage":{"completion_tokens_details":{"reasoning_tokens":{{reasoning}} },"total_tokens":{{total}},"prompt_tokens":100,"completion_tokens":10} }
                """),
            OpenAi("[DONE]")).Usage;
        usage.ShouldBe(new Usage(100, 0, 0, total == 114 ? 14 : 10, reasoning));
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
        arrivals.Select(a => a.AtNs / 1_000_000).ShouldBe([2L, 2, 3, 4, 4, 5]);

        // In the second read came two chunks, in the fourth a name and arguments: whatever is not first in its read is coalesced.
        arrivals.Select(a => a.Coalesced).ShouldBe([false, true, false, false, true, false]);
    }

    [Theory]
    [InlineData("""{"error":{"message":"The server had an error","type":"server_error"}}""", "server_error: The server had an error")]
    [InlineData("""{"error":"out of memory"}""", "out of memory")]
    public void Read_ErrorInTheStream_IsTheProvidersFailure(string chunk, string message)
    {
        var failure = Read(Wire, OpenAi(chunk)).Failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.ProviderError);
        failure.Message.ShouldBe(message);
    }
}
