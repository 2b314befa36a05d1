using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Http;

namespace Tollgate.Simulator.Providers.Anthropic;

/// <summary>Messages, as Anthropic's API reference has it: platform.claude.com/docs/en/api/messages.</summary>
internal sealed class AnthropicFormat : IProviderFormat
{
    private const string VersionHeader = "anthropic-version";

    public string Wire => "anthropic";

    public string CallIdPrefix => "toolu_";

    public bool Owns(HttpRequest request) => request.Path.EndsWith("/messages", StringComparison.Ordinal)
        || (request.Header(VersionHeader) is not null && request.Path.Contains("/models", StringComparison.Ordinal));

    public bool IsChat(string path) => path.EndsWith("/v1/messages", StringComparison.Ordinal);

    public RequestError? Refuse(HttpRequest request) => request.Header(VersionHeader) is { Length: > 0 }
        ? null
        : Invalid("anthropic-version: header is required");

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
            error = new RequestError(404, "not_found_error", "model: Field required");
            return null;
        }

        if (PromptReader.Whole(body, "max_tokens") is not { } maxTokens)
        {
            error = Invalid("max_tokens: Field required");
            return null;
        }

        if (maxTokens < 1)
        {
            error = Invalid("max_tokens: must be greater than or equal to 1");
            return null;
        }

        if (PromptReader.Array(body, "messages") is not { } messages)
        {
            error = Invalid("messages: at least one message is required");
            return null;
        }

        if (PromptReader.ToolWithoutSchema(body, null, "input_schema") is { } bad)
        {
            error = Invalid($"tools.{bad}.input_schema: Input should be an object");
            return null;
        }

        var characters = PromptReader.CharactersOfMessages(messages)
            + (body.TryGetProperty("system", out var system) ? PromptReader.Characters(system) : 0);
        return new ChatRequest
        {
            Model = model,
            Stream = PromptReader.Flag(body, "stream"),
            MaxTokens = maxTokens,
            InputTokens = PromptReader.Tokens(characters),
            Tool = Tool(body, messages),
        };
    }

    public RequestError BadJson(string reason) => Invalid($"The request body is not valid JSON: {reason}");

    public RequestError UnknownModel(string model) => new(404, "not_found_error", $"model: {model}");

    public RequestError WrongKey(bool missing) =>
        new(401, "authentication_error", missing ? "x-api-key header is required" : "invalid x-api-key");

    public RequestError RateLimited(string model, in RateDecision decision) => new(429, "rate_limit_error",
        decision.Requests is { Remaining: 0 } requests
            ? $"This request would exceed your organization's rate limit of {requests.Limit} requests per minute."
            : $"This request would exceed your organization's rate limit of {decision.Tokens?.Limit} tokens per minute.");

    public RequestError Injected(int status) => status switch
    {
        401 => WrongKey(missing: false),
        403 => new(403, "permission_error", "Your API key does not have permission to use the specified resource."),
        404 => UnknownModel("simulated"),
        413 => new(413, "request_too_large", "Request exceeds the maximum size"),
        429 => new(429, "rate_limit_error", "This request would exceed your organization's rate limit."),
        529 => new(529, "overloaded_error", "Overloaded"),
        >= 500 => new(status, "api_error", "Internal server error"),
        _ => new(status, "invalid_request_error", "The request was refused, as it had asked to be."),
    };

    public byte[] ErrorBody(RequestError error, string requestId) => Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("type", "error");
        writer.WriteStartObject("error");
        writer.WriteString("type", error.Type);
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
        writer.WriteString("request_id", $"req_{requestId}");
        writer.WriteEndObject();
    });

    public void AddHeaders(ByteBuffer into, string requestId, in RateDecision decision, DateTimeOffset now)
    {
        into.AddAscii($"request-id: req_{requestId}\r\n");
        Add(into, "requests", decision.Requests, now);
        Add(into, "tokens", decision.Tokens, now);
    }

    public IAnswerWriter Answer(AnswerPlan plan) =>
        new AnthropicAnswer(plan, FinishReason(plan.CutShort, plan.Script.CallsTools));

    public string FinishReason(bool cutShort, bool callsTools) =>
        cutShort ? "max_tokens" : callsTools ? "tool_use" : "end_turn";

    public byte[] ModelList(IReadOnlyCollection<string> models) => Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("data");
        foreach (var name in models)
        {
            writer.WriteStartObject();
            writer.WriteString("id", name);
            writer.WriteString("type", "model");
            writer.WriteString("display_name", name);
            writer.WriteString("created_at", "2026-01-01T00:00:00Z");

            // The provider has no such field; here it tells those who look for the simulator that they found it.
            writer.WriteString("owned_by", ModelOwner.Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteBoolean("has_more", false);
        writer.WriteString("first_id", models.First());
        writer.WriteString("last_id", models.Last());
        writer.WriteEndObject();
    });

    private static RequestError Invalid(string message) => new(400, "invalid_request_error", message);

    private static void Add(ByteBuffer into, string what, BucketState? state, DateTimeOffset now)
    {
        if (state is { } bucket)
        {
            var reset = now.AddTicks(bucket.ResetNs / 100)
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            into.AddAscii($"anthropic-ratelimit-{what}-limit: {bucket.Limit}\r\n"
                + $"anthropic-ratelimit-{what}-remaining: {bucket.Remaining}\r\n"
                + $"anthropic-ratelimit-{what}-reset: {reset}\r\n");
        }
    }

    private static AskedTool? Tool(JsonElement body, JsonElement messages)
    {
        if (PromptReader.Array(body, "tools") is not { } tools || PromptReader.LastUserText(messages) is not { } text)
        {
            return null;
        }

        var choice = body.TryGetProperty("tool_choice", out var element) ? element : default;
        var type = PromptReader.Text(choice, "type");
        var named = type == "tool" ? PromptReader.Text(choice, "name") : null;
        if (type == "none")
        {
            return null;
        }

        foreach (var tool in tools.EnumerateArray())
        {
            if (PromptReader.Text(tool, "name") is { } name
                && (type == "any" || name == named || AskedTool.IsNamed(name, text)))
            {
                return new AskedTool(name,
                    tool.TryGetProperty("input_schema", out var schema) ? ToolArguments.Fit(schema) : "{}");
            }
        }

        return null;
    }
}
