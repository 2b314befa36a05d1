using Tollgate.Exchanges;
using Tollgate.Wires.Anthropic;
using Tollgate.Wires.Errors;
using Tollgate.Wires.OpenAiChat;
using static Tollgate.Tests.Wires.WireStream;

namespace Tollgate.Tests.Wires;

/// <summary>The ways in which servers say, in a stream that began well, that it failed.</summary>
public class FailedStreamTests
{
    private const string Text = """{"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":null}]}""";

    public static TheoryData<string, FailureKind, string> Errors => new()
    {
        // An error's object or its words.
        { OpenAi("""{"error":{"message":"The server had an error","type":"server_error"}}"""), FailureKind.ProviderError, "server_error: The server had an error" },
        { OpenAi("""{"error":"out of memory"}"""), FailureKind.ProviderError, "out of memory" },
        { OpenAi("""{"error":{"code":500}}"""), FailureKind.ProviderError, """{"code":500}""" },
        { OpenAi("""{"error":true,"detail":"gone"}"""), FailureKind.ProviderError, "true" },
        // By the event's name, whatever the data, and without any.
        { "event: error\ndata: {\"code\":500,\"message\":\"gone\"}\n\n", FailureKind.ProviderError, "gone" },
        { "event: error\ndata: gone\n\n", FailureKind.ProviderError, "gone" },
        { "event: error\ndata: {\"choices\":[]}\n\n", FailureKind.ProviderError, """{"choices":[]}""" },
        { "event: error\n\n", FailureKind.ProviderError, "the provider gave no message" },
        // As a field of its own.
        { "error: {\"code\":500,\"message\":\"gone\",\"type\":\"server_error\"}\n\n", FailureKind.ProviderError, "server_error: gone" },
        { "error: gone\n\n", FailureKind.ProviderError, "gone" },
        // As it is, without a field's name: on one line or over many, the object or a list of it.
        { "{\"error\":{\"code\":500,\"message\":\"gone\"}}\n\n", FailureKind.ProviderError, "gone" },
        { "{\n  \"error\": {\n    \"code\": 503,\n    \"message\": \"busy\",\n    \"status\": \"UNAVAILABLE\"\n  }\n}\n\n", FailureKind.Overloaded, "busy" },
        { "[{\r\n  \"error\": {\r\n    \"code\": 429,\r\n    \"message\": \"slow down\"\r\n  }\r\n}]\r\n\r\n", FailureKind.RateLimited, "slow down" },
        // The error itself in place of a chunk.
        { OpenAi("""{"object":"error","message":"gone","type":"InternalServerError","code":500}"""), FailureKind.ProviderError, "InternalServerError: gone" },
        { OpenAi("""{"type":"error","error":{"type":"api_error","message":"gone"}}"""), FailureKind.ProviderError, "api_error: gone" },
        { OpenAi("""{"detail":"gone"}"""), FailureKind.ProviderError, "gone" },
        { OpenAi("""{"detail":[{"loc":["body"],"msg":"gone"}]}"""), FailureKind.ProviderError, """{"detail":[{"loc":["body"],"msg":"gone"}]}""" },
        { OpenAi("""{"code":50505,"message":"gone","data":null}"""), FailureKind.ProviderError, "gone" },
        { OpenAi("""{"choices":[],"message":"gone","status":"INTERNAL"}"""), FailureKind.ProviderError, "gone" },
        // By the finish reason, with the words in the choice, beside the choices, or nowhere.
        { OpenAi("""{"choices":[{"delta":{"content":""},"finish_reason":"error","error":{"code":502,"message":"gone"}}]}"""), FailureKind.ProviderError, "gone" },
        { OpenAi("""{"error":{"code":"server_error","message":"gone"},"choices":[{"delta":{"content":""},"finish_reason":"error"}]}"""), FailureKind.ProviderError, "gone" },
        { OpenAi("""{"choices":[{"delta":{},"finish_reason":"error"}]}"""), FailureKind.ProviderError, "the provider ended the stream with the finish reason \"error\"" },
        // What a retry rule asks for, by number, by name, and in another case.
        { OpenAi("""{"error":{"code":429,"message":"slow down"}}"""), FailureKind.RateLimited, "slow down" },
        { OpenAi("""{"error":{"code":"429","message":"slow down"}}"""), FailureKind.RateLimited, "slow down" },
        { OpenAi("""{"error":{"message":"slow down","type":"rate_limit_error"}}"""), FailureKind.RateLimited, "rate_limit_error: slow down" },
        { OpenAi("""{"error":{"message":"slow down","type":"tokens","code":"rate_limit_exceeded"}}"""), FailureKind.RateLimited, "tokens: slow down" },
        { OpenAi("""{"error":{"code":8,"message":"slow down","status":"RESOURCE_EXHAUSTED"}}"""), FailureKind.RateLimited, "slow down" },
        { "event: error\ndata: {\"code\":429,\"message\":\"slow down\"}\n\n", FailureKind.RateLimited, "slow down" },
        { OpenAi("""{"choices":[{"delta":{},"finish_reason":"error","error":{"code":429,"message":"slow down"}}]}"""), FailureKind.RateLimited, "slow down" },
        { OpenAi("""{"error":{"type":"overloaded_error","message":"busy"}}"""), FailureKind.Overloaded, "overloaded_error: busy" },
        { OpenAi("""{"error":{"code":"server_overloaded","message":"busy"}}"""), FailureKind.Overloaded, "busy" },
        { OpenAi("""{"error":{"code":503,"message":"busy"}}"""), FailureKind.Overloaded, "busy" },
        { OpenAi("""{"object":"error","code":529,"message":"busy"}"""), FailureKind.Overloaded, "busy" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Read_ErrorBehindOutput_IsAFailureWhateverComesThen(string error, FailureKind kind, string message)
    {
        foreach (var rest in (string[])["", OpenAi("[DONE]"), OpenAi(Text, "[DONE]")])
        {
            var recorder = Read(new OpenAiChatWire(), OpenAi(Text), error, rest);
            var failure = recorder.Failure.ShouldNotBeNull();
            (failure.Kind, failure.Message, failure.Phase).ShouldBe((kind, message, FailurePhase.Stream));
            recorder.EndNs.ShouldBeNull();
            recorder.Arrivals.Length.ShouldBe(1);
        }
    }

    // Those that depend on no wire.
    [Theory]
    [InlineData("event: error\ndata: gone\n\n", FailureKind.ProviderError)]
    [InlineData("event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"gone\"}}\n\n", FailureKind.RateLimited)]
    [InlineData("data: {\"error\":{\"message\":\"gone\"}}\n\n", FailureKind.ProviderError)]
    [InlineData("data: {\"detail\":\"gone\"}\n\n", FailureKind.ProviderError)]
    [InlineData("error: gone\n\n", FailureKind.ProviderError)]
    public void Read_ErrorInAnAnthropicStream_IsAFailure(string error, FailureKind kind)
    {
        var failure = Read(new AnthropicWire(), error, Anthropic("""{"type":"message_stop"}""")).Failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(kind);
        failure.Message.ShouldEndWith("gone");
    }

    // An error that says nothing is none, nor is what servers say of themselves while all is well.
    [Theory]
    [InlineData("""{"error":"","choices":[]}""")]
    [InlineData("""{"error":null}""")]
    [InlineData("""{"error":{}}""")]
    [InlineData("""{"error":[]}""")]
    [InlineData("""{"error":false}""")]
    [InlineData("""{"error":0}""")]
    [InlineData("""{"error":{"code":0,"message":"","param":null}}""")]
    [InlineData("""{"choices":[{"delta":{},"error":null,"finish_reason":"stop"}]}""")]
    [InlineData("""{"message":"one moment"}""")]
    [InlineData("""{"status":"queued","message":"one moment"}""")]
    [InlineData("""{"code":0,"message":"success"}""")]
    [InlineData("""{"code":200,"message":"ok","detail":null}""")]
    [InlineData("""{"choices":[{"delta":{}}],"code":500,"message":"x"}""")]
    public void Read_NoError_Completes(string chunk) =>
        Read(new OpenAiChatWire(), OpenAi(Text, chunk, "[DONE]")).ShouldSatisfyAllConditions(
            recorder => recorder.Failure.ShouldBeNull(),
            recorder => recorder.EndNs.ShouldNotBeNull());

    [Fact]
    public void Read_ErrorBehindTheEnd_PassesBy() =>
        Read(new OpenAiChatWire(), OpenAi(Text, "[DONE]", """{"error":"late"}""")).Failure.ShouldBeNull();

    [Theory]
    [InlineData("\"abort\"", FailureKind.ProviderError)]
    [InlineData("\"aborted\"", FailureKind.ProviderError)]
    [InlineData("\"ERROR\"", FailureKind.ProviderError)]
    [InlineData("\"network_error\"", FailureKind.ProviderError)]
    [InlineData("\"MALFORMED_FUNCTION_CALL\"", FailureKind.ProviderError)]
    [InlineData("\"insufficient_system_resource\"", FailureKind.Overloaded)]
    [InlineData("{\"type\":\"abort\",\"message\":\"engine gone\",\"status_code\":503}", FailureKind.Overloaded)]
    public void Read_AFinishReasonThatIsAFailure_Fails(string reason, FailureKind kind)
    {
        var chunk = $$"""{"choices":[{"delta":{},"finish_reason":{{reason}}}]}""";
        Read(new OpenAiChatWire(), OpenAi(Text, chunk, "[DONE]")).Failure.ShouldNotBeNull().Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("length")]
    [InlineData("tool_calls")]
    [InlineData("content_filter")]
    [InlineData("eos_token")]
    [InlineData("MAX_TOKENS")]
    public void Read_AFinishReasonOfTheModel_Completes(string reason) =>
        Read(new OpenAiChatWire(), OpenAi(Text, $$"""{"choices":[{"delta":{},"finish_reason":"{{reason}}"}]}""", "[DONE]"))
            .Failure.ShouldBeNull();

    [Fact]
    public void Read_AStopReasonThatIsAFailure_Fails() =>
        Read(new AnthropicWire(), Anthropic(
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"a"}}""",
            """{"type":"message_delta","delta":{"stop_reason":"error"}}""", """{"type":"message_stop"}"""))
            .Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.ProviderError);

    // In the forms of MiniMax, Groq, Gemini, Cloudflare, Baidu, Bedrock, Apigee, and of proxies that write no field.
    [Theory]
    [InlineData("data: {\"base_resp\":{\"status_code\":1002,\"status_msg\":\"gone\"},\"choices\":null}\n\n")]
    [InlineData("data: {\"choices\":[],\"x_groq\":{\"error\":\"gone\"}}\n\n")]
    [InlineData("data: [{\"error\":{\"code\":500,\"message\":\"gone\"}}]\n\n")]
    [InlineData("data: {\"success\":false,\"errors\":[{\"message\":\"gone\"}]}\n\n")]
    [InlineData("data: {\"error_code\":336000,\"error_msg\":\"gone\"}\n\n")]
    [InlineData("data: {\"internalServerException\":{\"message\":\"gone\"}}\n\n")]
    [InlineData("data: {\"fault\":{\"faultstring\":\"gone\"}}\n\n")]
    [InlineData("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"error_msg\":\"gone\"}\n\n")]
    [InlineData("{\"error\":{\"message\":\"gone\"}}\n\n")]
    public void Read_AnErrorOfAnotherForm_IsAFailureWithItsWords(string error) =>
        Read(new OpenAiChatWire(), OpenAi(Text), error, OpenAi("[DONE]")).Failure.ShouldNotBeNull().Message.ShouldEndWith("gone");

    [Fact]
    public void Read_AnErrorFieldThatSaysAllIsWell_Completes() =>
        Read(new OpenAiChatWire(), OpenAi(
            """{"choices":[{"delta":{"content":"a"}}],"base_resp":{"status_code":0,"status_msg":""},"error_msg":"","errors":[]}""",
            "[DONE]")).Failure.ShouldBeNull();
}
