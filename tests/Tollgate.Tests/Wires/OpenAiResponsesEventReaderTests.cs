using Tollgate.Exchanges;
using Tollgate.Wires.OpenAiResponses;
using static Tollgate.Tests.Wires.WireStream;

namespace Tollgate.Tests.Wires;

public class OpenAiResponsesEventReaderTests
{
    private static readonly OpenAiResponsesWire Wire = new();

    // Every event that the official client's types know and that carries nothing that the caller hears or runs.
    public static TheoryData<string> NoTokens =>
    [
        "response.audio.delta", "response.audio.done", "response.audio.transcript.done",
        "response.code_interpreter_call.completed", "response.code_interpreter_call.in_progress",
        "response.code_interpreter_call.interpreting", "response.code_interpreter_call_code.delta",
        "response.code_interpreter_call_code.done", "response.compaction.compacting", "response.content_part.added",
        "response.content_part.done", "response.custom_tool_call_input.done", "response.file_search_call.completed",
        "response.file_search_call.in_progress", "response.file_search_call.searching",
        "response.function_call_arguments.done", "response.image_generation_call.completed",
        "response.image_generation_call.generating", "response.image_generation_call.in_progress",
        "response.image_generation_call.partial_image", "response.in_progress", "response.mcp_call.completed",
        "response.mcp_call.failed", "response.mcp_call.in_progress", "response.mcp_call_arguments.delta",
        "response.mcp_call_arguments.done", "response.mcp_list_tools.completed", "response.mcp_list_tools.failed",
        "response.mcp_list_tools.in_progress", "response.output_text.annotation.added", "response.output_text.done",
        "response.queued", "response.reasoning_summary_part.added", "response.reasoning_summary_part.done",
        "response.reasoning_summary_text.done", "response.reasoning_text.done", "response.refusal.done",
        "response.shell_call_command.added", "response.shell_call_command.delta", "response.shell_call_command.done",
        "response.shell_call_output_content.delta", "response.shell_call_output_content.done",
        "response.web_search_call.completed", "response.web_search_call.in_progress",
        "response.web_search_call.searching", "response.steer.accepted", "keepalive", "response.not.yet.known",
    ];

    [Theory]
    [MemberData(nameof(NoTokens))]
    public void Read_NoModelOutput_IsNoArrival(string type)
    {
        var recorder = Read(Wire, Anthropic(
            $$"""{"type":"{{type}}","sequence_number":3,"item_id":"i","output_index":0,"content_index":0,"delta":"x","text":"x","part":{"type":"output_text","text":"x"},"arguments":"{}","code":"x","error":null}"""));
        recorder.Failure.ShouldBeNull();
        recorder.EndNs.ShouldBeNull();
        recorder.Arrivals.Length.ShouldBe(0);
    }

    public static TheoryData<string, ArrivalKind, int> Tokens => new()
    {
        { """{"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"Hi!","logprobs":[],"obfuscation":"abcdef"}""", ArrivalKind.Text, 3 },
        { """{"type":"response.refusal.delta","output_index":0,"delta":"No."}""", ArrivalKind.Text, 3 },
        { """{"type":"response.reasoning_text.delta","output_index":0,"delta":"Hm"}""", ArrivalKind.Reasoning, 2 },
        { """{"type":"response.reasoning_summary_text.delta","output_index":0,"summary_index":0,"delta":"Hm"}""", ArrivalKind.Reasoning, 2 },
        { """{"type":"response.function_call_arguments.delta","output_index":0,"delta":"{\"a"}""", ArrivalKind.Tool, 3 },
        { """{"type":"response.custom_tool_call_input.delta","output_index":0,"delta":"ls"}""", ArrivalKind.Tool, 2 },
        { """{"type":"response.output_item.added","output_index":0,"item":{"type":"function_call","id":"fc","call_id":"c","name":"book","arguments":""}}""", ArrivalKind.Tool, 4 },
        // What a server does not stream, its item has.
        { """{"type":"response.output_item.done","output_index":0,"item":{"type":"message","content":[{"type":"output_text","text":"Hi!"}]}}""", ArrivalKind.Text, 3 },
        { """{"type":"response.output_item.done","output_index":0,"item":{"type":"reasoning","summary":[{"type":"summary_text","text":"Hm"}]}}""", ArrivalKind.Reasoning, 2 },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Read_ModelOutput_IsOneArrival(string data, ArrivalKind kind, int characters) =>
        Read(Wire, Anthropic(data)).Arrivals.ToArray().ShouldBe([new Arrival(1_000_000, characters, kind, false, 0)]);

    [Theory]
    [InlineData("{")]
    [InlineData("""{"type":"response.output_text.delta","output_index":0}""")]
    [InlineData("""{"type":"response.output_text.delta","output_index":0,"delta":7}""")]
    [InlineData("""{"type":"response.output_item.added","output_index":0}""")]
    [InlineData("""{"type":"response.output_item.added","output_index":0,"item":{"id":"x"}}""")]
    [InlineData("""{"type":"response.completed"}""")]
    public void Read_MalformedEvent_FailsAsSuch(string data) =>
        Read(Wire, $"data: {data}\n\n").Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.MalformedEvent);

    [Fact]
    public void Read_WholeConversation_KeepsEverything()
    {
        var recorder = Read(
            Wire,
            Anthropic("""{"type":"response.created","response":{"id":"r","model":"m-1","status":"in_progress","output":[],"error":null,"usage":null}}"""),
            Anthropic("""{"type":"response.output_item.added","output_index":0,"item":{"type":"reasoning","summary":[]}}""", """{"type":"response.reasoning_summary_text.delta","output_index":0,"delta":"Book it."}"""),
            Anthropic("""{"type":"response.output_item.done","output_index":0,"item":{"type":"reasoning","summary":[{"type":"summary_text","text":"Book it."}]}}"""),
            Anthropic("""{"type":"response.output_item.added","output_index":1,"item":{"type":"message","content":[]}}""", """{"type":"response.output_text.delta","output_index":1,"delta":"Sure."}"""),
            Anthropic("""{"type":"response.output_text.done","output_index":1,"text":"Sure."}""", """{"type":"response.output_item.done","output_index":1,"item":{"type":"message","content":[{"type":"output_text","text":"Sure."}]}}"""),
            Anthropic("""{"type":"response.output_item.added","output_index":2,"item":{"type":"function_call","id":"fc_1","call_id":"c1","name":"book","arguments":""}}"""),
            Anthropic("""{"type":"response.function_call_arguments.delta","output_index":2,"item_id":"fc_1","delta":"{\"a\""}""", """{"type":"response.function_call_arguments.delta","output_index":2,"item_id":"fc_1","delta":":1}"}"""),
            Anthropic("""{"type":"response.output_item.done","output_index":2,"item":{"type":"function_call","id":"fc_1","call_id":"c1","name":"book","arguments":"{\"a\":1}"}}"""),
            Anthropic("""{"type":"response.output_item.done","output_index":3,"item":{"type":"custom_tool_call","id":"ct_1","call_id":"c2","name":"shell","input":"ls"}}"""),
            Anthropic("""{"type":"response.completed","response":{"model":"m-1","status":"completed","incomplete_details":null,"error":null,"output":[{"type":"message","content":[{"type":"output_text","text":"Sure."}]}],"usage":{"input_tokens":22,"input_tokens_details":{"cached_tokens":7,"cache_write_tokens":5},"output_tokens":40,"output_tokens_details":{"reasoning_tokens":12},"total_tokens":62}}}"""));

        recorder.Failure.ShouldBeNull();
        recorder.EndNs.ShouldBe(10_000_000);
        recorder.AnsweredBy.ShouldBe("m-1");
        recorder.FinishReason.ShouldBe("completed");
        recorder.Usage.ShouldBe(new Usage(10, 7, 5, 40, 12));
        recorder.Reply.Reasoning.ShouldBe("Book it.");
        recorder.Reply.Text.ShouldBe("Sure.");
        recorder.Reply.ToolCalls.ShouldBe([new ToolCall("c1", "book", "{\"a\":1}"), new ToolCall("c2", "shell", "ls")]);
        recorder.Arrivals.ToArray().Select(a => (a.AtNs / 1_000_000, a.Kind)).ShouldBe(
        [
            (2L, ArrivalKind.Reasoning), (4, ArrivalKind.Text), (6, ArrivalKind.Tool), (7, ArrivalKind.Tool), (7, ArrivalKind.Tool),
            (9, ArrivalKind.Tool),
        ]);
    }

    // There is no [DONE], and nothing streamed: the last event has it all.
    [Fact]
    public void Read_NothingButTheLastEvent_IsTheAnswer()
    {
        var recorder = Read(Wire, Anthropic(
            """{"type":"response.completed","response":{"status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"Hi."},{"type":"refusal","refusal":"No."}]},{"type":"function_call","call_id":"c","name":"f","arguments":"{}"}]}}"""));
        recorder.EndNs.ShouldBe(1_000_000);
        recorder.Reply.Text.ShouldBe("Hi.No.");
        recorder.Reply.ToolCalls.ShouldBe([new ToolCall("c", "f", "{}")]);
    }

    [Fact]
    public void Read_Incomplete_EndsWithTheReason()
    {
        var recorder = Read(
            Wire,
            Anthropic("""{"type":"response.output_text.delta","output_index":0,"delta":"Hi"}"""),
            Anthropic("""{"type":"response.incomplete","response":{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"usage":{"input_tokens":1,"output_tokens":2}}}"""));
        recorder.Failure.ShouldBeNull();
        recorder.EndNs.ShouldBe(2_000_000);
        recorder.FinishReason.ShouldBe("max_output_tokens");
        recorder.Usage.ShouldBe(new Usage(1, 0, 0, 2, 0));
    }

    [Theory]
    [InlineData("""{"type":"response.failed","response":{"status":"failed","error":{"code":"server_error","message":"Broken."},"usage":{"input_tokens":5,"output_tokens":2}}}""", FailureKind.ProviderError, "server_error: Broken.|Broken.")]
    [InlineData("""{"type":"response.failed","response":{"status":"failed","error":{"code":"rate_limit_exceeded","message":"Slow down."},"usage":{"input_tokens":5,"output_tokens":2}}}""", FailureKind.RateLimited, "Slow down.")]
    [InlineData("""{"type":"error","code":"server_error","message":"Broken.","param":null,"sequence_number":7}""", FailureKind.ProviderError, "Broken.")]
    [InlineData("""{"error":{"message":"Broken.","type":"server_error"}}""", FailureKind.ProviderError, "server_error: Broken.")]
    public void Read_AnError_IsTheFailureInTheProvidersWords(string data, FailureKind kind, string messages)
    {
        var recorder = Read(Wire, $"data: {data}\n\n");
        recorder.Failure.ShouldNotBeNull().Kind.ShouldBe(kind);
        messages.Split('|').ShouldContain(recorder.Failure.Message);
    }
}
