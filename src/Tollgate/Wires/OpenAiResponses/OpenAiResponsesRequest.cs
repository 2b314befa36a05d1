using Tollgate.Exchanges;
using Tollgate.Wires.Requests;

namespace Tollgate.Wires.OpenAiResponses;

/// <summary>The body of a request: https://platform.openai.com/docs/api-reference/responses/create.</summary>
internal static class OpenAiResponsesRequest
{
    private static readonly Dictionary<string, string> TextParts = new()
    {
        ["input_text"] = "text", ["output_text"] = "text", ["text"] = "text", ["refusal"] = "refusal",
    };

    public static void Write(Target target, Prompt prompt, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("model", target.Model);
        json.WriteBoolean("stream", true);
        json.WriteBoolean("store", false);
        if (target.Request.StreamOptions != false)
        {
            // Padding against eavesdroppers costs bytes and says nothing.
            json.WriteStartObject("stream_options");
            json.WriteBoolean("include_obfuscation", false);
            json.WriteEndObject();
        }

        if (prompt.System is { } system)
        {
            json.WriteString("instructions", system);
        }

        if (prompt.MaxOutputTokens is { } max)
        {
            json.WriteNumber("max_output_tokens", max);
        }

        if (target.Tier is { } tier)
        {
            json.WriteString("service_tier", tier);
        }

        if (prompt.Temperature is { } temperature)
        {
            json.WriteNumber("temperature", temperature);
        }

        json.WriteStartArray("input");
        var ids = new CallIds();
        foreach (var message in prompt.Messages)
        {
            Write(json, message, ids);
        }

        json.WriteEndArray();
        WriteTools(json, prompt.Tools);
        if (prompt.OutputSchemaJson is { } schema)
        {
            json.WriteStartObject("text");
            json.WriteStartObject("format");
            json.WriteString("type", "json_schema");
            json.WriteAnswerSchema(schema);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <exception cref="FormatException">It is none, or holds what a prompt cannot.</exception>
    public static Prompt Read(RequestJson request)
    {
        var input = request.Field("input") ?? throw new FormatException($"{request.Place} has no `input`");
        var messages = new List<Message>();
        var system = new List<string>();
        if (request.Text("instructions") is { } instructions)
        {
            system.Add(instructions);
        }

        if (input.AsText is { } text)
        {
            messages.Add(new Message(Role.User, text));
        }
        else
        {
            foreach (var item in input.Items())
            {
                ReadItem(item, messages, system);
            }
        }

        return messages.Count == 0
            ? throw new FormatException($"{input.Place} holds no message")
            : new Prompt
            {
                System = system.Count == 0 ? null : string.Join("\n\n", system),
                Messages = messages,
                Tools = [.. request.Items("tools").Select(Tool)],
                MaxOutputTokens = request.Count("max_output_tokens"),
                Temperature = request.Temperature("temperature"),
                OutputSchemaJson = request.Field("text")?.Field("format") is { } format && format.Field("schema") is not null
                    ? format.Object("schema", "{}")
                    : null,
            };
    }

    private static void Write(Utf8JsonWriter json, Message message, CallIds ids)
    {
        if (message.Role == Role.Tool)
        {
            json.WriteStartObject();
            json.WriteString("type", "function_call_output");
            json.WriteString("call_id", ids.Answer(message.ToolCallId ?? ""));
            json.WriteString("output", message.Text);
            json.WriteEndObject();
            return;
        }

        if (message.Text.Length > 0 || message.ToolCalls.Count == 0)
        {
            json.WriteStartObject();
            json.WriteString("role", message.Role == Role.User ? "user" : "assistant");
            json.WriteString("content", message.Text);
            json.WriteEndObject();
        }

        foreach (var call in message.ToolCalls)
        {
            json.WriteStartObject();
            json.WriteString("type", "function_call");
            json.WriteString("call_id", ids.Open(call.Id));
            json.WriteString("name", call.Name);
            json.WriteString("arguments", WireUrl.ObjectOrEmpty(call.ArgumentsJson));
            json.WriteEndObject();
        }
    }

    // Not strict: a strict tool takes only schemas of a certain shape, and the suite's are whatever they are.
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
            json.WriteTool(tool, "parameters");
            json.WriteBoolean("strict", false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void ReadItem(RequestJson item, List<Message> messages, List<string> system)
    {
        switch (item.Text("type") ?? "message")
        {
            case "message":
                ReadMessage(item, messages, system);
                break;
            case "function_call":
                // What an assistant says and calls at once lies in several items.
                var call = new ToolCall(item.Needed("call_id"), item.Needed("name"), item.Needed("arguments"));
                if (messages is [.., { Role: Role.Assistant } last])
                {
                    messages[^1] = last with { ToolCalls = [.. last.ToolCalls, call] };
                }
                else
                {
                    messages.Add(new Message(Role.Assistant, "") { ToolCalls = [call] });
                }

                break;
            case "function_call_output":
                messages.Add(new Message(Role.Tool, item.Content("output", TextParts) ?? "")
                {
                    ToolCallId = item.Needed("call_id"),
                });
                break;
            case var other:
                throw item.NotSent(other);
        }
    }

    private static void ReadMessage(RequestJson item, List<Message> messages, List<string> system)
    {
        var text = item.Content("content", TextParts) ?? throw new FormatException($"{item.Place} has no `content`");
        switch (item.Needed("role"))
        {
            case "user":
                messages.Add(new Message(Role.User, text));
                break;
            case "assistant":
                messages.Add(new Message(Role.Assistant, text));
                break;
            case "system" or "developer" when messages.Count == 0:
                system.Add(text);
                break;
            case "system" or "developer":
                throw item.AmidConversation();
            case var other:
                throw new FormatException($"{item.Place} has the role \"{other}\"; expected system, developer, user or assistant");
        }
    }

    private static ToolDefinition Tool(RequestJson tool) => tool.Needed("type") is var type and not "function"
        ? throw tool.NotSent(type)
        : new ToolDefinition(
            tool.Needed("name"),
            tool.Text("description") ?? "",
            tool.Object("parameters", """{"type":"object","properties":{}}"""));
}
