using Tollgate.Exchanges;
using Tollgate.Wires.Anthropic;
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
        // So does what has no type; an index may be text.
        """{"type":"content_block_start","index":"0","content_block":{"type":"text","text":""}}""",
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

    // Counts are cumulative: none falls, and what is no count (below zero, absurd, a fraction) changes nothing. What
    // message_start says of the output is only how it begins: 0 then says that it was not counted.
    [Theory]
    [InlineData("0", "40", 10, 40)]
    [InlineData("12", "\"40\"", 12, 40)]
    [InlineData("null", "4e1", 10, 40)]
    [InlineData("10.0", "-3", 10, 0)]
    [InlineData("0", "0", 10, 0)]
    [InlineData("0", "9000000000000000000", 10, 0)]
    [InlineData("0", "1.5", 10, 0)]
    public void Read_CountsAgain_TheLargestStands(string input, string output, long allInput, long allOutput)
    {
        var recorder = Read(
            Wire,
            Anthropic("""{"type":"message_start","message":{"usage":{"input_tokens":10,"output_tokens":1}}}"""),
            Anthropic($$"""{"type":"message_delta","usage":{"input_tokens":{{input}},"output_tokens":{{output}} },"delta":{} }"""),
            Anthropic("""{"type":"message_stop"}"""));
        recorder.Failure.ShouldBeNull();
        recorder.Usage.ShouldBe(new Usage(allInput, 0, 0, allOutput, 0));
    }

    [Fact]
    public void Read_InputWithTheBlock_IsTheArguments()
    {
        var recorder = Read(
            Wire,
            Anthropic("""{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"a","name":"book","input":{"n":0}}}"""),
            Anthropic("""{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"b","name":"find","input":{"q":"x"}}}"""),
            Anthropic("""{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"q\":\"y\"}"}}"""),
            Anthropic("""{"type":"message_stop"}"""));
        recorder.Arrivals.ToArray().Select(a => a.Characters).ShouldBe([11, 13, 9]);
        recorder.Reply.ToolCalls.ShouldBe([new ToolCall("a", "book", "{\"n\":0}"), new ToolCall("b", "find", "{\"q\":\"y\"}")]);
    }

    // The input of a tool that the provider runs itself is output, and no call.
    [Fact]
    public void Read_ToolOfTheServer_IsNoCall()
    {
        var recorder = Read(
            Wire,
            Anthropic("""{"type":"content_block_start","index":0,"content_block":{"type":"server_tool_use","id":"a","name":"web_search","input":{}}}"""),
            Anthropic("""{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{}"}}"""));
        recorder.Arrivals.Length.ShouldBe(1);
        recorder.Reply.ToolCalls.ShouldBeEmpty();
    }

    [Fact]
    public void Read_TypeOnlyAsTheEventsName_IsTheType() =>
        Read(Wire, "event: content_block_delta\ndata: {\"delta\":{\"type\":\"text_delta\",\"text\":\"Hi\"}}\n\n", "event: message_stop\ndata: {}\n\n")
            .ShouldSatisfyAllConditions(
                recorder => recorder.Reply.Text.ShouldBe("Hi"),
                recorder => recorder.EndNs.ShouldBe(2_000_000));

    [Fact]
    public void Read_ErrorInTheStream_IsTheProvidersFailure()
    {
        var failure = Read(Wire, Anthropic("""{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"""))
            .Failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.Overloaded);
        failure.Message.ShouldBe("overloaded_error: Overloaded");
    }
}
