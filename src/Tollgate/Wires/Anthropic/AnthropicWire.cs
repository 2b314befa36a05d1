using Tollgate.Exchanges;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Framing;
using Tollgate.Wires.Requests;

namespace Tollgate.Wires.Anthropic;

/// <summary>
/// Anthropic Messages, streamed: https://platform.claude.com/docs/en/build-with-claude/streaming. Thread-safe.
/// </summary>
internal sealed class AnthropicWire : IWire
{
    /// <summary>The API requires a limit; this one stands in where the prompt states none.</summary>
    public const int DefaultMaxOutputTokens = 4096;

    private static readonly ReadOnlyMemory<byte> SampleToken = EventStreamFraming.Event(
        """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":" token"}}""");

    public string Name => "anthropic";

    public string KeyVariable => "ANTHROPIC_API_KEY";

    public IReadOnlyList<KnownProvider> Providers { get; } = [new("ANTHROPIC_", "api.anthropic.com")];

    public IReadOnlyList<string> OwnFields { get; } = ["model", "messages", "stream"];

    public IFraming Framing => EventStreamFraming.Instance;

    public Uri Endpoint(Target target) => WireUrl.Append(target.Url, "v1", "messages");

    public WireRequest Prepare(Target target, Prompt prompt) => new()
    {
        Uri = Endpoint(target),
        Headers =
        [
            new("Content-Type", "application/json"), new("Accept", Framing.MediaType),
            new("anthropic-version", "2023-06-01"), .. KeyHeaders(target),
        ],
        Body = BodyFields.Write(target.Request.BodyJson, json => WriteOwn(target, prompt, json)),
    };

    public Prompt ReadPrompt(JsonElement body) => AnthropicRequest.Read(new RequestJson(body));

    public IAnswerDecoder CreateDecoder(StreamRecorder recorder) =>
        new ServerSentEvents(new AnthropicEventReader(), recorder);

    // Without the version: with it, a server that speaks both wires gives this one's list.
    public WireRequest? ListModels(Target target) => new()
    {
        Method = "GET",
        Uri = new Uri(Endpoint(target), "models"),
        Headers = KeyHeaders(target),
    };

    public IEnumerable<ReadOnlyMemory<byte>> Sample(int tokens) =>
    [
        .. Enumerable.Repeat(SampleToken, tokens), EventStreamFraming.Event("""{"type":"message_stop"}"""),
    ];

    private static KeyValuePair<string, string>[] KeyHeaders(Target target) =>
        target.ApiKey.IsEmpty ? [] : [new("x-api-key", target.ApiKey.Reveal())];

    private static void WriteOwn(Target target, Prompt prompt, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("model", target.Model);
        json.WriteNumber("max_tokens", prompt.MaxOutputTokens ?? DefaultMaxOutputTokens);
        json.WriteBoolean("stream", true);
        if (target.Tier is { } tier)
        {
            json.WriteString("service_tier", tier);
        }

        if (prompt.Temperature is { } temperature)
        {
            json.WriteNumber("temperature", temperature);
        }

        if (prompt.System is { } system)
        {
            json.WriteString("system", system);
        }

        WriteMessages(json, prompt.Messages);
        if (prompt.Tools.Count > 0)
        {
            json.WriteStartArray("tools");
            foreach (var tool in prompt.Tools)
            {
                json.WriteStartObject();
                json.WriteTool(tool, "input_schema");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (prompt.OutputSchemaJson is { } schema)
        {
            json.WriteStartObject("output_config");
            json.WriteStartObject("format");
            json.WriteString("type", "json_schema");
            json.WritePropertyName("schema");
            json.WriteRawValue(schema);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMessages(Utf8JsonWriter json, IReadOnlyList<Message> messages)
    {
        var ids = new CallIds();
        json.WriteStartArray("messages");
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            json.WriteStartObject();
            json.WriteString("role", message.Role == Role.Assistant ? "assistant" : "user");
            json.WriteStartArray("content");
            if (message.Role == Role.Tool)
            {
                // The results of parallel calls belong into one user message.
                WriteToolResult(json, message, ids);
                while (i + 1 < messages.Count && messages[i + 1].Role == Role.Tool)
                {
                    WriteToolResult(json, messages[++i], ids);
                }
            }
            else
            {
                WriteBlocks(json, message, ids);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBlocks(Utf8JsonWriter json, Message message, CallIds ids)
    {
        // An empty text block is refused by the API.
        if (message.Text.Length > 0)
        {
            json.WriteStartObject();
            json.WriteString("type", "text");
            json.WriteString("text", message.Text);
            json.WriteEndObject();
        }

        foreach (var call in message.ToolCalls)
        {
            json.WriteStartObject();
            json.WriteString("type", "tool_use");
            json.WriteString("id", ids.Open(call.Id));
            json.WriteString("name", call.Name);
            json.WritePropertyName("input");
            json.WriteRawValue(WireUrl.ObjectOrEmpty(call.ArgumentsJson));
            json.WriteEndObject();
        }
    }

    private static void WriteToolResult(Utf8JsonWriter json, Message message, CallIds ids)
    {
        json.WriteStartObject();
        json.WriteString("type", "tool_result");
        json.WriteString("tool_use_id", ids.Answer(message.ToolCallId ?? ""));
        json.WriteString("content", message.Text);
        json.WriteEndObject();
    }
}
