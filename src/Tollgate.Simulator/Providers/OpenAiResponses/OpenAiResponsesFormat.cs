using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Http;
using Tollgate.Simulator.Providers.OpenAiChat;

namespace Tollgate.Simulator.Providers.OpenAiResponses;

/// <summary>
/// Responses, as OpenAI's API reference has it: platform.openai.com/docs/api-reference/responses. Errors, headers and
/// the list of models are those of Chat Completions.
/// </summary>
internal sealed class OpenAiResponsesFormat : IProviderFormat
{
    private readonly OpenAiFormat common = new();

    public string Wire => "openai-responses";

    public string CallIdPrefix => common.CallIdPrefix;

    public bool Owns(HttpRequest request) => IsChat(request.Path);

    public bool IsChat(string path) => path.EndsWith("/responses", StringComparison.Ordinal);

    public RequestError? Refuse(HttpRequest request) => common.Refuse(request);

    public ChatRequest? Read(JsonElement body, out RequestError? error)
    {
        error = Wrong(body);
        if (error is not null)
        {
            return null;
        }

        var input = body.GetProperty("input");
        var isText = input.ValueKind == JsonValueKind.String;
        var characters = isText ? PromptReader.Characters(input) : PromptReader.CharactersOfMessages(input);
        characters += body.TryGetProperty("instructions", out var instructions) ? PromptReader.Characters(instructions) : 0;
        return new ChatRequest
        {
            Model = PromptReader.Text(body, "model")!, // It is not wrong.
            Stream = PromptReader.Flag(body, "stream"),
            Obfuscate = !body.TryGetProperty("stream_options", out var options)
                || options.ValueKind != JsonValueKind.Object
                || !options.TryGetProperty("include_obfuscation", out var padding)
                || padding.ValueKind != JsonValueKind.False,
            MaxTokens = PromptReader.Whole(body, "max_output_tokens"),
            InputTokens = PromptReader.Tokens(characters),
            Tool = Tool(body, isText ? input.GetString() : PromptReader.LastUserText(input)),
        };
    }

    public RequestError BadJson(string reason) => common.BadJson(reason);

    public RequestError UnknownModel(string model) => new(400, "invalid_request_error",
        $"The requested model '{model}' does not exist.", "model", "model_not_found");

    public RequestError WrongKey(bool missing) => common.WrongKey(missing);

    public RequestError RateLimited(string model, in RateDecision decision) => common.RateLimited(model, decision);

    public RequestError Injected(int status) => common.Injected(status);

    public byte[] ErrorBody(RequestError error, string requestId) => common.ErrorBody(error, requestId);

    public void AddHeaders(ByteBuffer into, string requestId, in RateDecision decision, DateTimeOffset now) =>
        common.AddHeaders(into, requestId, decision, now);

    public IAnswerWriter Answer(AnswerPlan plan) =>
        new OpenAiResponsesAnswer(plan, FinishReason(plan.CutShort, plan.Script.CallsTools));

    public string FinishReason(bool cutShort, bool callsTools) => cutShort ? "max_output_tokens" : "completed";

    public byte[] ModelList(IReadOnlyCollection<string> models) => common.ModelList(models);

    private RequestError? Wrong(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return BadJson("expected an object");
        }

        if (PromptReader.Text(body, "model") is not { Length: > 0 })
        {
            return Invalid("Missing required parameter: 'model'.", "model", "missing_required_parameter");
        }

        if (!body.TryGetProperty("input", out var input)
            || !(input.ValueKind == JsonValueKind.String || PromptReader.Array(body, "input") is not null))
        {
            return Invalid("Missing required parameter: 'input'.", "input", "missing_required_parameter");
        }

        if (PromptReader.Text(body, "previous_response_id") is { } previous)
        {
            return Invalid($"Previous response with id '{previous}' not found.", "previous_response_id", "previous_response_not_found");
        }

        return PromptReader.ToolWithoutSchema(body, null, "parameters") is { } bad
            ? Invalid($"Invalid type for 'tools[{bad}].parameters': expected an object.", $"tools[{bad}].parameters", "invalid_type")
            : Unanswered(input);
    }

    // Each call of the history has its output, as the provider demands.
    private static RequestError? Unanswered(JsonElement input)
    {
        if (input.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var called = new HashSet<string?>();
        var answered = new HashSet<string?>();
        foreach (var item in input.EnumerateArray())
        {
            _ = PromptReader.Text(item, "type") switch
            {
                "function_call" => called.Add(PromptReader.Text(item, "call_id")),
                "function_call_output" => answered.Add(PromptReader.Text(item, "call_id")),
                _ => false,
            };
        }

        return called.FirstOrDefault(id => !answered.Contains(id)) is { } open
                ? Invalid($"No tool output found for function call {open}.", "input", null)
            : answered.FirstOrDefault(id => !called.Contains(id)) is { } loose
                ? Invalid($"No tool call found for function call output with call_id {loose}.", "input", null)
            : null;
    }

    private static RequestError Invalid(string message, string parameter, string? code) =>
        new(400, "invalid_request_error", message, parameter, code);

    private static AskedTool? Tool(JsonElement body, string? text)
    {
        if (PromptReader.Array(body, "tools") is not { } tools || text is null)
        {
            return null;
        }

        body.TryGetProperty("tool_choice", out var choice);
        var named = PromptReader.Text(choice, "name");
        var required = choice.ValueKind == JsonValueKind.String && choice.ValueEquals("required");
        if (choice.ValueKind == JsonValueKind.String && choice.ValueEquals("none"))
        {
            return null;
        }

        foreach (var tool in tools.EnumerateArray())
        {
            if (PromptReader.Text(tool, "type") == "function" && PromptReader.Text(tool, "name") is { } name
                && (required || name == named || AskedTool.IsNamed(name, text)))
            {
                return new AskedTool(name,
                    tool.TryGetProperty("parameters", out var schema) ? ToolArguments.Fit(schema) : "{}");
            }
        }

        return null;
    }
}
