using Tollgate.Exchanges;
using Tollgate.Wires.OpenAiChat;
using static Tollgate.Tests.Wires.WireStream;

namespace Tollgate.Tests.Wires;

/// <summary>Tool calls as servers stream them: what tells one from the next, and where its parts stand.</summary>
public class ToolCallShapeTests
{
    // Each row: the deltas' tool_calls, an event each; the calls that they are.
    public static TheoryData<string[], string[]> Shapes => new()
    {
        // OpenAI: the name once, the arguments in pieces, told apart by their numbers.
        {
            ["""[{"index":0,"id":"a","function":{"name":"find","arguments":""}}]""", """[{"index":0,"function":{"arguments":"{\"q\":"}}]""",
                """[{"index":1,"id":"b","function":{"name":"book","arguments":"{\"n\":"}}]""", """[{"index":0,"function":{"arguments":"1}"}}]""",
                """[{"index":1,"function":{"arguments":"2}"}}]"""],
            ["a find {\"q\":1}", "b book {\"n\":2}"]
        },
        // Told apart by their places in one list, or numbered with text or null.
        { ["""[{"id":"a","function":{"name":"find","arguments":"{}"}},{"id":"b","function":{"name":"book","arguments":"{\"n\":2}"}}]"""], ["a find {}", "b book {\"n\":2}"] },
        { ["""[{"id":"a","function":{"name":"find"}},{"id":"b","function":{"name":"book"}}]""", """[{"function":{"arguments":"{1"}},{"function":{"arguments":"{2"}}]"""], ["a find {1", "b book {2"] },
        { ["""[{"index":"0","id":"a","function":{"name":"find"}},{"index":"1","id":"b","function":{"name":"book"}}]""", """[{"index":"1","function":{"arguments":"{}"}}]"""], ["a find ", "b book {}"] },
        { ["""[{"index":null,"id":"a","function":{"name":"find","arguments":"{\"q\":1}"}}]""", """[{"index":null,"id":"b","function":{"name":"find","arguments":"{\"q\":2}"}}]"""], ["a find {\"q\":1}", "b find {\"q\":2}"] },
        // Told apart by their ids alone, and interleaved.
        {
            ["""[{"id":"a","function":{"name":"find"}}]""", """[{"id":"b","function":{"name":"book"}}]""", """[{"id":"a","function":{"arguments":"{1"}}]""", """[{"id":"b","function":{"arguments":"{2"}}]"""],
            ["a find {1", "b book {2"]
        },
        // Every call numbered 0: a new id begins a new call, with its name or before it.
        { ["""[{"index":0,"id":"a","function":{"name":"find","arguments":"{\"q\":1}"}}]""", """[{"index":0,"id":"b","function":{"name":"book","arguments":"{\"n\":2}"}}]"""], ["a find {\"q\":1}", "b book {\"n\":2}"] },
        { ["""[{"index":0,"id":"a","function":{"name":"find"}},{"index":0,"id":"b","function":{"name":"find"}}]"""], ["a find ", "b find "] },
        { ["""[{"index":0,"id":"a","function":{"name":"find","arguments":"{1"}}]""", """[{"index":0,"id":"b"}]""", """[{"index":0,"function":{"name":"find"}}]""", """[{"index":0,"function":{"arguments":"{2"}}]"""], ["a find {1", "b find {2"] },
        // vLLM before 0.9: an id of its own for every piece, which begins nothing.
        { ["""[{"index":0,"id":"a","function":{"name":"find"}}]""", """[{"index":0,"id":"x","function":{"arguments":"{\"q\""}}]""", """[{"index":0,"id":"y","function":{"arguments":":1}"}}]"""], ["a find {\"q\":1}"] },
        // The id and the whole name with every piece; empty ids behind the first; the id later.
        { ["""[{"index":0,"id":"a","function":{"name":"find","arguments":"{\"q\""}}]""", """[{"index":0,"id":"a","function":{"name":"find","arguments":":1}"}}]""", """[{"index":0,"id":"a","function":{"name":"find","arguments":""}}]"""], ["a find {\"q\":1}"] },
        { ["""[{"index":0,"id":"a","function":{"name":"find"}}]""", """[{"index":0,"id":"","function":{"name":"","arguments":"{"}}]""", """[{"index":0,"id":null,"function":{"name":null,"arguments":"}"}}]"""], ["a find {}"] },
        { ["""[{"index":0,"function":{"name":"find"}}]""", """[{"index":0,"id":"a","function":{"arguments":"{}"}}]"""], ["a find {}"] },
        // All arguments so far in every piece, and a finished call that is said again.
        { ["""[{"index":0,"id":"a","function":{"name":"find","arguments":"{\"q\""}}]""", """[{"index":0,"function":{"arguments":"{\"q\":\"x"}}]""", """[{"index":0,"function":{"arguments":"{\"q\":\"x\"}"}}]"""], ["a find {\"q\":\"x\"}"] },
        { ["""[{"index":0,"id":"a","function":{"name":"find","arguments":"{\"q\":"}}]""", """[{"index":0,"function":{"arguments":"{\"q\":1}"}}]""", """[{"index":0,"function":{"arguments":"}"}}]"""], ["a find {\"q\":{\"q\":1}}"] },
        { ["""[{"index":0,"id":"a","function":{"name":"find","arguments":"{\"q\":1}"}}]""", """[{"index":0,"id":"a","function":{"name":"find","arguments":"{\"q\":1}"}}]"""], ["a find {\"q\":1}"] },
        // The name in pieces.
        { ["""[{"index":0,"id":"a","function":{"name":"find_"}}]""", """[{"index":0,"function":{"name":"person"}}]""", """[{"index":0,"function":{"arguments":"{}"}}]"""], ["a find_person {}"] },
        // One id for all, or none: other names and whole arguments tell; each gets an id of its own.
        { ["""[{"index":0,"id":"a","function":{"name":"find","arguments":"{\"q\":1}"}},{"index":1,"id":"a","function":{"name":"find","arguments":"{\"q\":2}"}}]"""], ["a find {\"q\":1}", "call00001 find {\"q\":2}"] },
        { ["""[{"function":{"name":"find","arguments":"{\"q\":1}"}}]""", """[{"function":{"name":"find","arguments":"{\"q\":2}"}}]""", """[{"function":{"name":"book","arguments":"{}"}}]"""], ["call00001 find {\"q\":1}", "call00002 find {\"q\":2}", "call00003 book {}"] },
        // Arguments as an object: its own text. What comes behind a whole or an empty object takes its place.
        { ["""[{"index":0,"id":"a","function":{"name":"find","arguments":{"q": [1, {"x":"}"}]}}}]"""], ["a find {\"q\": [1, {\"x\":\"}\"}]}"] },
        { ["""[{"index":0,"id":"a","function":{"name":"find","arguments":{}}}]""", """[{"index":0,"function":{"arguments":"{\"q\":1}"}}]"""], ["a find {\"q\":1}"] },
        { ["""[{"index":0,"id":"a","function":{"name":"find","arguments":"{}"}}]""", """[{"index":0,"id":"a","function":{"name":"find","arguments":"{\"q\":1}"}}]"""], ["a find {\"q\":1}"] },
        // Half a surrogate pair within the arguments, cut between two pieces.
        { ["""[{"index":0,"id":"a","function":{"name":"find","arguments":"{\"q\":\"\\ud8"}}]""", """[{"index":0,"function":{"arguments":"3d\"}"}}]"""], ["a find {\"q\":\"\\ufffd\"}"] },
        // One call in place of the list, and its parts without `function`.
        { ["""{"id":"a","function":{"name":"find","arguments":"{}"}}"""], ["a find {}"] },
        { ["""[{"id":"a","name":"find","arguments":"{}"}]"""], ["a find {}"] },
        // Null, and a call that never has a name.
        { ["null", """[{"index":0,"function":null}]""", """[{"index":0,"function":{"arguments":"{}"}}]"""], [] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Read_ToolCalls_AreToldApartAndPutTogether(string[] deltas, string[] calls)
    {
        var recorder = Read(
            new OpenAiChatWire(), [.. deltas.Select(delta => OpenAi($$$"""{"choices":[{"delta":{"tool_calls":{{{delta}}}}}]}""")), OpenAi("[DONE]")]);
        recorder.Failure.ShouldBeNull();
        recorder.Reply.ToolCalls.Select(call => $"{call.Id} {call.Name} {call.ArgumentsJson}").ShouldBe(calls);
    }

    [Fact]
    public void Read_NameWithEveryPiece_IsOutputOnce() =>
        Read(
            new OpenAiChatWire(),
            OpenAi("""{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"find","arguments":"{"}}]}}]}"""),
            OpenAi("""{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"find","arguments":"}"}}]}}]}"""))
            .Arrivals.ToArray().Select(arrival => arrival.Characters).ShouldBe([5, 1]);

    // The form before tool_calls: one call, without an id.
    [Theory]
    [InlineData("""{"function_call":{"name":"find","arguments":""}}""", """{"function_call":{"arguments":"{}"}}""", "call00001 find {}")]
    [InlineData("""{"function_call":{"name":"find","arguments":"{}"},"tool_calls":[{"id":"a","function":{"name":"find","arguments":"{}"}}]}""", "{}", "a find {}")]
    public void Read_FunctionCall_IsACall(string first, string second, string call)
    {
        var recorder = Read(
            new OpenAiChatWire(), OpenAi($$"""{"choices":[{"delta":{{first}}}]}"""), OpenAi($$"""{"choices":[{"delta":{{second}}}]}"""));
        recorder.Arrivals.Span[0].Kind.ShouldBe(ArrivalKind.Tool);
        recorder.Reply.ToolCalls.Select(one => $"{one.Id} {one.Name} {one.ArgumentsJson}").ShouldBe([call]);
    }
}
