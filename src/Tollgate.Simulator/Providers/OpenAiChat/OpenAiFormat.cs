using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Http;

namespace Tollgate.Simulator.Providers.OpenAiChat;

/// <summary>Chat Completions, as OpenAI's API reference has it: platform.openai.com/docs/api-reference/chat.</summary>
internal sealed class OpenAiFormat : IProviderFormat
{
    public string Wire => "openai-chat";

    public string CallIdPrefix => "call_";

    public bool Owns(HttpRequest request) => IsChat(request.Path);

    public bool IsChat(string path) => path.EndsWith("/chat/completions", StringComparison.Ordinal);

    public RequestError? Refuse(HttpRequest request) => null;

    public ChatRequest? Read(JsonElement body, out RequestError? error)
    {
        error = null;
        if (body.ValueKind != JsonValueKind.Object)
        {
            error = BadJson("expected an object");
            return null;
        }

        if (PromptReader.Text(body, "model") is not { Length: > 0 } model)
        {
            error = new RequestError(404, "invalid_request_error", "you must provide a model parameter", "model");
            return null;
        }

        if (PromptReader.Array(body, "messages") is not { } messages)
        {
            error = new RequestError(400, "invalid_request_error", "Missing required parameter: 'messages'.",
                "messages", "missing_required_parameter");
            return null;
        }

        if (PromptReader.ToolWithoutSchema(body, "function", "parameters") is { } bad)
        {
            var place = $"tools[{bad}].function.parameters";
            error = new RequestError(
                400, "invalid_request_error", $"Invalid type for '{place}': expected an object.", place, "invalid_type");
            return null;
        }

        return new ChatRequest
        {
            Model = model,
            Stream = PromptReader.Flag(body, "stream"),
            IncludeUsage = body.TryGetProperty("stream_options", out var options)
                && PromptReader.Flag(options, "include_usage"),
            MaxTokens = PromptReader.Whole(body, "max_completion_tokens") ?? PromptReader.Whole(body, "max_tokens"),
            InputTokens = PromptReader.Tokens(PromptReader.CharactersOfMessages(messages)),
            Tool = Tool(body, messages),
        };
    }

    public RequestError BadJson(string reason) => new(400, "invalid_request_error",
        $"We could not parse the JSON body of your request. ({reason})");

    public RequestError UnknownModel(string model) => new(404, "invalid_request_error",
        $"The model `{model}` does not exist or you do not have access to it.", null, "model_not_found");

    public RequestError WrongKey(bool missing) => missing
        ? new(401, "invalid_request_error", "You didn't provide an API key.")
        : new(401, "invalid_request_error", "Incorrect API key provided.", null, "invalid_api_key");

    public RequestError RateLimited(string model, in RateDecision decision)
    {
        var byRequests = decision.Requests is { Remaining: 0 };
        var bucket = (byRequests ? decision.Requests : decision.Tokens) ?? default;
        return new(429, byRequests ? "requests" : "tokens", string.Create(CultureInfo.InvariantCulture,
            $"Rate limit reached for {model} on {(byRequests ? "requests per min (RPM)" : "tokens per min (TPM)")}: "
            + $"Limit {bucket.Limit}, Used {bucket.Limit - bucket.Remaining}. "
            + $"Please try again in {decision.WaitNs / 1e9:0.###}s."), null, "rate_limit_exceeded");
    }

    public RequestError Injected(int status) => status switch
    {
        401 => WrongKey(missing: false),
        404 => UnknownModel("simulated"),
        429 => new(429, "requests", "Rate limit reached.", null, "rate_limit_exceeded"),
        503 or 529 => new(status, "server_error", "The engine is currently overloaded, please try again later.",
            null, "service_unavailable"),
        >= 500 => new(status, "server_error", "The server had an error while processing your request. Sorry about that!"),
        _ => new(status, "invalid_request_error", "The request was refused, as it had asked to be."),
    };

    public byte[] ErrorBody(RequestError error, string requestId) => Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("message", error.Message);
        writer.WriteString("type", error.Type);
        writer.WriteString("param", error.Param);
        writer.WriteString("code", error.Code);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    public void AddHeaders(ByteBuffer into, string requestId, in RateDecision decision, DateTimeOffset now)
    {
        into.AddAscii($"x-request-id: req_{requestId}\r\nopenai-version: 2020-10-01\r\n");
        Add(into, "requests", decision.Requests);
        Add(into, "tokens", decision.Tokens);
    }

    public IAnswerWriter Answer(AnswerPlan plan) =>
        new OpenAiAnswer(plan, FinishReason(plan.CutShort, plan.Script.CallsTools));

    public string FinishReason(bool cutShort, bool callsTools) =>
        cutShort ? "length" : callsTools ? "tool_calls" : "stop";

    public byte[] ModelList(IReadOnlyCollection<string> models) => Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("object", "list");
        writer.WriteStartArray("data");
        foreach (var name in models)
        {
            writer.WriteStartObject();
            writer.WriteString("id", name);
            writer.WriteString("object", "model");
            writer.WriteNumber("created", 1767225600);
            writer.WriteString("owned_by", ModelOwner.Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Add(ByteBuffer into, string what, BucketState? state)
    {
        if (state is { } bucket)
        {
            into.AddAscii($"x-ratelimit-limit-{what}: {bucket.Limit}\r\n"
                + $"x-ratelimit-remaining-{what}: {bucket.Remaining}\r\n"
                + $"x-ratelimit-reset-{what}: {Duration(bucket.ResetNs)}\r\n");
        }
    }

    // As OpenAI prints it: 17ms, 1.2s, 6m0s.
    private static string Duration(long ns) => ns switch
    {
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{(ns + 999_999) / 1_000_000}ms"),
        < 60_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{ns / 1e9:0.###}s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{ns / 60_000_000_000}m{ns % 60_000_000_000 / 1e9:0.###}s"),
    };

    private static AskedTool? Tool(JsonElement body, JsonElement messages)
    {
        if (PromptReader.Array(body, "tools") is not { } tools || PromptReader.LastUserText(messages) is not { } text)
        {
            return null;
        }

        body.TryGetProperty("tool_choice", out var choice);
        var named = choice.ValueKind == JsonValueKind.Object && choice.TryGetProperty("function", out var chosen)
            ? PromptReader.Text(chosen, "name") : null;
        var required = choice.ValueKind == JsonValueKind.String && choice.ValueEquals("required");
        if (choice.ValueKind == JsonValueKind.String && choice.ValueEquals("none"))
        {
            return null;
        }

        foreach (var tool in tools.EnumerateArray())
        {
            if (tool.ValueKind == JsonValueKind.Object && tool.TryGetProperty("function", out var function)
                && PromptReader.Text(function, "name") is { } name
                && (required || name == named || AskedTool.IsNamed(name, text)))
            {
                return new AskedTool(name,
                    function.TryGetProperty("parameters", out var schema) ? ToolArguments.Fit(schema) : "{}");
            }
        }

        return null;
    }
}
