using Tollgate.Exchanges;
using Tollgate.Wires.Requests;

namespace Tollgate.Wires.Anthropic;

/// <summary>Reads a request to Anthropic Messages: https://platform.claude.com/docs/en/api/messages.</summary>
internal static class AnthropicRequest
{
    private static readonly Dictionary<string, string> TextBlocks = new() { ["text"] = "text" };

    /// <exception cref="FormatException">It is none, or holds what a prompt cannot.</exception>
    public static Prompt Read(RequestJson request)
    {
        var messages = request.Items("messages").SelectMany(Messages).ToList();
        return messages.Count == 0
            ? throw new FormatException($"{request.Place} has no `messages`")
            : new Prompt
            {
                System = request.Content("system", TextBlocks),
                Messages = messages,
                Tools = [.. request.Items("tools").Select(Tool)],
                MaxOutputTokens = request.Count("max_tokens"),
                Temperature = request.Temperature("temperature"),
                OutputSchemaJson = request.Field("output_config")?.Field("format")?.Object("schema", "{}"),
            };
    }

    // A message of the user may hold results of tools and what the user said after them.
    private static IEnumerable<Message> Messages(RequestJson message)
    {
        var role = message.Needed("role") switch
        {
            "user" => Role.User,
            "assistant" => Role.Assistant,
            var other => throw new FormatException($"{message.Place} has the role \"{other}\"; expected user or assistant"),
        };
        var content = message.Field("content") ?? throw new FormatException($"{message.Place} has no `content`");
        if (content.AsText is { } text)
        {
            yield return new Message(role, text);
            yield break;
        }

        var said = new List<string>();
        var calls = new List<ToolCall>();
        foreach (var block in content.Items())
        {
            switch (block.Needed("type"))
            {
                case "text":
                    said.Add(block.Needed("text"));
                    break;
                case "tool_use" when role == Role.Assistant:
                    calls.Add(new ToolCall(block.Needed("id"), block.Needed("name"), block.Object("input", "{}")));
                    break;
                case "tool_result" when role == Role.User:
                    yield return new Message(Role.Tool, block.Content("content", TextBlocks) ?? "")
                    {
                        ToolCallId = block.Needed("tool_use_id"),
                    };
                    break;
                case var other:
                    throw block.NotSent(other);
            }
        }

        if (said.Count > 0 || calls.Count > 0)
        {
            yield return new Message(role, string.Join('\n', said)) { ToolCalls = calls };
        }
    }

    // What the provider runs itself has a type and no schema.
    private static ToolDefinition Tool(RequestJson tool) => tool.Field("input_schema") is null
        ? throw tool.NotSent(tool.Text("type") ?? "unknown")
        : new ToolDefinition(tool.Needed("name"), tool.Text("description") ?? "", tool.Object("input_schema", "{}"));
}
