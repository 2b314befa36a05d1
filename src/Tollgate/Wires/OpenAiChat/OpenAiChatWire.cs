using Tollgate.Exchanges;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Framing;
using Tollgate.Wires.Requests;

namespace Tollgate.Wires.OpenAiChat;

/// <summary>
/// OpenAI Chat Completions, streamed, and the many servers that speak it:
/// https://platform.openai.com/docs/api-reference/chat-streaming. Thread-safe.
/// </summary>
internal sealed class OpenAiChatWire : IWire
{
    private static readonly string[] NewerHosts =
        ["openai.com", "openai.azure.com", ".services.ai.azure.com", ".cognitiveservices.azure.com"];

    private static readonly ReadOnlyMemory<byte> SampleToken = EventStreamFraming.Event(
        """{"id":"c","object":"chat.completion.chunk","model":"none","choices":[{"index":0,"delta":{"content":" token"}}]}""");

    public string Name => "openai-chat";

    public string KeyVariable => "OPENAI_API_KEY";

    public IReadOnlyList<KnownProvider> Providers => OpenAiChatProviders.All;

    public RequestChoices Choices => RequestChoices.TokenLimit | RequestChoices.StreamOptions;

    public IReadOnlyList<string> OwnFields { get; } = ["model", "messages", "stream"];

    public IFraming Framing => EventStreamFraming.Instance;

    public Uri Endpoint(Target target) => WireUrl.Append(target.Url, "v1", "chat/completions");

    public WireRequest Prepare(Target target, Prompt prompt) => new()
    {
        Uri = Endpoint(target),
        Headers =
        [
            new("Content-Type", "application/json"), new("Accept", Framing.MediaType), .. KeyHeaders(target),
        ],
        Body = BodyFields.Write(target.Request.BodyJson, json => WriteOwn(target, prompt, json)),
    };

    public Prompt ReadPrompt(JsonElement body) => OpenAiChatRequest.Read(new RequestJson(body));

    public RequestChange? Adapt(Target target, Prompt prompt, Failure refusal) =>
        OpenAiChatRefusal.Answer(target, prompt, refusal);

    public IAnswerDecoder CreateDecoder(StreamRecorder recorder) =>
        new ServerSentEvents(new OpenAiChatEventReader(), recorder);

    public WireRequest? ListModels(Target target) => new()
    {
        Method = "GET",
        Uri = new Uri(Endpoint(target), "../models"),
        Headers = KeyHeaders(target),
    };

    public IEnumerable<ReadOnlyMemory<byte>> Sample(int tokens) =>
    [
        .. Enumerable.Repeat(SampleToken, tokens), EventStreamFraming.Event("[DONE]"),
    ];

    /// <summary>The header with the key, as all of OpenAI's formats send it; none without one.</summary>
    internal static KeyValuePair<string, string>[] KeyHeaders(Target target) =>
        target.ApiKey.IsEmpty ? [] : [new("Authorization", "Bearer " + target.ApiKey.Reveal())];

    /// <summary>
    /// Under which name a request to the target limits its answer. OpenAI's own models from o1 on refuse max_tokens;
    /// most servers that speak this wire know only max_tokens.
    /// </summary>
    internal static TokenLimit LimitOf(Target target) =>
        target.Request.TokenLimit
        ?? (NewerHosts.Any(host => target.Url.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase))
            ? TokenLimit.MaxCompletionTokens
            : TokenLimit.MaxTokens);

    private static void WriteOwn(Target target, Prompt prompt, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("model", target.Model);
        json.WriteBoolean("stream", true);
        if (target.Request.StreamOptions != false)
        {
            json.WriteStartObject("stream_options");
            json.WriteBoolean("include_usage", true);
            json.WriteEndObject();
        }

        if (prompt.MaxOutputTokens is { } max && LimitOf(target) is not TokenLimit.None and var limit)
        {
            json.WriteNumber(limit == TokenLimit.MaxTokens ? "max_tokens" : "max_completion_tokens", max);
        }

        if (target.Tier is { } tier)
        {
            json.WriteString("service_tier", tier);
        }

        if (prompt.Temperature is { } temperature)
        {
            json.WriteNumber("temperature", temperature);
        }

        json.WriteStartArray("messages");
        if (prompt.System is { } system)
        {
            WriteMessage(json, "system", system);
        }

        var ids = new CallIds();
        foreach (var message in prompt.Messages)
        {
            WriteMessage(json, message, ids);
        }

        json.WriteEndArray();
        WriteTools(json, prompt.Tools);
        if (prompt.OutputSchemaJson is { } schema)
        {
            json.WriteStartObject("response_format");
            json.WriteString("type", "json_schema");
            json.WriteStartObject("json_schema");
            json.WriteAnswerSchema(schema);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string role, string text)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("content", text);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, Message message, CallIds ids)
    {
        if (message.Role == Role.User)
        {
            WriteMessage(json, "user", message.Text);
            return;
        }

        json.WriteStartObject();
        json.WriteString("role", message.Role == Role.Assistant ? "assistant" : "tool");
        if (message.ToolCalls.Count > 0 && message.Text.Length == 0)
        {
            // An empty text is refused by servers that take the content for given.
            json.WriteNull("content");
        }
        else
        {
            json.WriteString("content", message.Text);
        }

        if (message.ToolCallId is { } id)
        {
            json.WriteString("tool_call_id", ids.Answer(id));
        }

        if (message.ToolCalls.Count > 0)
        {
            json.WriteStartArray("tool_calls");
            foreach (var call in message.ToolCalls)
            {
                json.WriteStartObject();
                json.WriteString("id", ids.Open(call.Id));
                json.WriteString("type", "function");
                json.WriteStartObject("function");
                json.WriteString("name", call.Name);
                json.WriteString("arguments", WireUrl.ObjectOrEmpty(call.ArgumentsJson));
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteTools(Utf8JsonWriter json, IReadOnlyList<ToolDefinition> tools)
    {
        if (tools.Count == 0)
        {
            return;
        }

        json.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            json.WriteStartObject();
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteTool(tool, "parameters");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
