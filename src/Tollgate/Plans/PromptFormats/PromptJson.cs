using Tollgate.Exchanges;
using Tollgate.Input;

namespace Tollgate.Plans.PromptFormats;

/// <summary>
/// Reads one prompt of a file. What is wrong is thrown as a <see cref="FormatException"/> with one sentence.
/// </summary>
internal static class PromptJson
{
    private static readonly string[] PromptKeys =
        ["system", "prompt", "messages", "tools", "max_tokens", "temperature"];
    private static readonly string[] MessageKeys = ["role", "content", "tool_calls", "tool_call_id"];
    private static readonly string[] CallKeys = ["id", "name", "arguments"];
    private static readonly string[] ToolKeys = ["name", "description", "parameters"];

    public static Prompt Read(JsonElement json)
    {
        CheckKeys(json, "the prompt", PromptKeys);
        var text = Text(json, "prompt");
        var messages = Items(json, "messages").Select(Message).ToList();
        if ((text is null) == (messages.Count == 0))
        {
            throw new FormatException("found both or neither of `prompt` and `messages`; expected one of them");
        }

        return new Prompt
        {
            System = Text(json, "system"),
            Messages = text is null ? messages : [new Message(Role.User, text)],
            Tools = [.. Items(json, "tools").Select(Tool)],
            MaxOutputTokens = json.TryGetProperty("max_tokens", out var most)
                ? most.ValueKind == JsonValueKind.Number && most.TryGetInt32(out var tokens) && tokens > 0
                    ? tokens
                    : throw new FormatException($"found {Shown(most)} for `max_tokens`; expected a whole number "
                        + "above 0")
                : null,
            Temperature = json.TryGetProperty("temperature", out var heat)
                ? heat.ValueKind == JsonValueKind.Number && heat.TryGetDouble(out var degrees)
                    && degrees is >= 0 and <= 2
                    ? degrees
                    : throw new FormatException($"found {Shown(heat)} for `temperature`; expected a number from 0 to 2")
                : null,
        };
    }

    private static Message Message(JsonElement json)
    {
        CheckKeys(json, "a message", MessageKeys);
        var role = Text(json, "role") switch
        {
            "user" => Role.User,
            "assistant" => Role.Assistant,
            "tool" => Role.Tool,
            var other => throw new FormatException(
                $"found the role {YamlContext.Quote(other ?? "")}; expected user, assistant or tool, and a system "
                    + "text under `system`"),
        };
        var calls = Items(json, "tool_calls").Select(static call =>
        {
            CheckKeys(call, "a tool call", CallKeys);
            return new ToolCall(Need(call, "id"), Need(call, "name"), Need(call, "arguments"));
        }).ToList();
        if (role == Role.Tool)
        {
            Need(json, "tool_call_id");
        }

        return new Message(role, Text(json, "content") ?? (calls.Count > 0 ? "" : Need(json, "content")))
        {
            ToolCalls = calls,
            ToolCallId = Text(json, "tool_call_id"),
        };
    }

    // Also as OpenAI's wire has it: {"type": "function", "function": {...}}.
    private static ToolDefinition Tool(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("function", out var inner))
        {
            json = inner;
        }

        CheckKeys(json, "a tool", ToolKeys);
        return new ToolDefinition(
            Need(json, "name"),
            Text(json, "description") ?? "",
            json.TryGetProperty("parameters", out var parameters) && parameters.ValueKind == JsonValueKind.Object
                ? parameters.GetRawText()
                : throw new FormatException("a tool has no `parameters`; expected a JSON Schema object"));
    }

    private static void CheckKeys(JsonElement json, string what, string[] known)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"found {Shown(json)}; expected {what}, an object with keys such as "
                + $"`{known[0]}`");
        }

        var seen = new HashSet<string>();
        foreach (var name in json.EnumerateObject().Select(property => property.Name))
        {
            if (!known.Contains(name))
            {
                throw new FormatException($"{what} has no key `{name}`; " + (Suggestions.Nearest(name, known) is { } nearest
                    ? $"did you mean `{nearest}`?"
                    : $"expected one of {string.Join(", ", known)}"));
            }

            if (!seen.Add(name))
            {
                throw new FormatException($"the key `{name}` is there twice");
            }
        }
    }

    private static string? Text(JsonElement json, string key) => !json.TryGetProperty(key, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"found {Shown(value)} for `{key}`; expected a text");

    private static string Need(JsonElement json, string key) =>
        Text(json, key) ?? throw new FormatException($"`{key}` is missing; expected a text");

    private static IEnumerable<JsonElement> Items(JsonElement json, string key) =>
        !json.TryGetProperty(key, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : throw new FormatException($"found {Shown(value)} for `{key}`; expected an array");

    private static string Shown(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.Null => "null",
        _ => YamlContext.Quote(json.ToString()),
    };
}
