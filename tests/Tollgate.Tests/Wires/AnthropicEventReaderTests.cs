using Tollgate.Exchanges;
using Tollgate.Wires;
using static Tollgate.Tests.Wires.WireStream;

namespace Tollgate.Tests.Wires;

public class AnthropicEventReaderTests
{
    private static readonly AnthropicWire Wire = new();

    public static TheoryData<string> NoTokens =>
    [
        """{"type":"ping"}""",
        """{"type":"message_start","message":{"id":"m","role":"assistant","content":[],"model":"x","usage":{"input_tokens":3,"output_tokens":1}}}""",
        """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""",
        """{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}""",
        """{"type":"content_block_start","index":0,"content_block":{"type":"redacted_thinking","data":"abc"}}""",
        """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":""}}""",
        """{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"abc"}}""",
        """{"type":"content_block_delta","index":0,"delta":{"type":"citations_delta","citation":{"cited_text":"x"}}}""",
        """{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":""}}""",
        """{"type":"content_block_stop","index":0}""",
        """{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":9}}""",
        // A later version's event passes by.
        """{"type":"weather_delta","delta":{"type":"text_delta","text":"sunny"}}""",
    ];

    [Theory]
    [MemberData(nameof(NoTokens))]
    public void Read_NoModelOutput_IsNoArrival(string data)
    {
        var recorder = Read(Wire, Anthropic(data));
        recorder.Failure.ShouldBeNull();
        recorder.Arrivals.Length.ShouldBe(0);
    }

    public static TheoryData<string, ArrivalKind, int> Tokens => new()
    {
        { """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi!"}}""", ArrivalKind.Text, 3 },
        { """{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Hm"}}""", ArrivalKind.Reasoning, 2 },
        { """{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"a"}}""", ArrivalKind.Tool, 3 },
        { """{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t","name":"book","input":{}}}""", ArrivalKind.Tool, 4 },
        // The order of fields means nothing.
        { """{"delta":{"text":"Hi","type":"text_delta"},"index":0,"type":"content_block_delta"}""", ArrivalKind.Text, 2 },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Read_ModelOutput_IsOneArrival(string data, ArrivalKind kind, int characters) =>
        Read(Wire, Anthropic(data)).Arrivals.ToArray().ShouldBe([new Arrival(1_000_000, characters, kind, false, 0)]);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"content_block_delta","index":0}""")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta"}}""")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":7}}""")]
    [InlineData("""{"type":"content_block_start","index":0,"content_block":{"type":"tool_use"}}""")]
    public void Read_MalformedEvent_FailsAsSuch(string data) =>
        Read(Wire, $"data: {data}\n\n").Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.MalformedEvent);

    [Fact]
    public void Read_WholeConversation_KeepsEverything()
    {
        var recorder = Read(
            Wire,
            Anthropic("""{"type":"message_start","message":{"model":"m-1","usage":{"input_tokens":10,"cache_creation_input_tokens":5,"cache_read_input_tokens":7,"output_tokens":1}}}"""),
            Anthropic("""{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":""}}""", """{"type":"ping"}"""),
            Anthropic("""{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Book it."}}"""),
            Anthropic("""{"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}""", """{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"Sure."}}"""),
            Anthropic("""{"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"t1","name":"book","input":{}}}"""),
            Anthropic("""{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\"a\":1}"}}"""),
            Anthropic("""{"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":40,"output_tokens_details":{"thinking_tokens":12}}}"""),
            Anthropic("""{"type":"message_stop"}"""));

        recorder.Failure.ShouldBeNull();
        recorder.EndNs.ShouldBe(8_000_000);
        recorder.FinishReason.ShouldBe("tool_use");
        recorder.Usage.ShouldBe(new Usage(10, 7, 5, 40, 12));
        recorder.Reply.Reasoning.ShouldBe("Book it.");
        recorder.Reply.Text.ShouldBe("Sure.");
        recorder.Reply.ToolCalls.ShouldBe([new ToolCall("t1", "book", "{\"a\":1}")]);
        recorder.Arrivals.ToArray().Select(a => (a.AtNs / 1_000_000, a.Kind)).ShouldBe(
            [(3L, ArrivalKind.Reasoning), (4, ArrivalKind.Text), (5, ArrivalKind.Tool), (6, ArrivalKind.Tool)]);
    }

    // What counts no tokens is no count; the answer is not wrong for it.
    [Theory]
    [InlineData("-3")]
    [InlineData("9000000000000000000")]
    [InlineData("\"40\"")]
    public void Read_CountThatIsNone_StandsAsItWas(string count)
    {
        var recorder = Read(
            Wire,
            Anthropic("""{"type":"message_start","message":{"usage":{"input_tokens":10,"output_tokens":1}}}"""),
            Anthropic($$"""{"type":"message_delta","usage":{"output_tokens":{{count}} },"delta":{} }"""),
            Anthropic("""{"type":"message_stop"}"""));
        recorder.Failure.ShouldBeNull();
        recorder.Usage.ShouldBe(new Usage(10, 0, 0, 1, 0));
    }

    [Fact]
    public void Read_ErrorInTheStream_IsTheProvidersFailure()
    {
        var failure = Read(Wire, Anthropic("""{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"""))
            .Failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.ProviderError);
        failure.Message.ShouldBe("overloaded_error: Overloaded");
    }
}
