using Tollgate.Exchanges;
using Tollgate.Wires.Requests;

namespace Tollgate.Wires.OpenAiChat;

/// <summary>
/// Reads a request to OpenAI Chat Completions: https://platform.openai.com/docs/api-reference/chat/create.
/// </summary>
internal static class OpenAiChatRequest
{
    private static readonly Dictionary<string, string> TextParts = new() { ["text"] = "text", ["refusal"] = "refusal" };

    /// <exception cref="FormatException">It is none, or holds what a prompt cannot.</exception>
    public static Prompt Read(RequestJson request)
    {
        // Anthropic's format, which is read alike otherwise.
        if (request.Field("system") is { } elsewhere)
        {
            throw new FormatException($"{elsewhere.Place} is no field of this format");
        }

        var system = new List<string>();
        var messages = new List<Message>();
        foreach (var message in request.Items("messages"))
        {
            if (message.Needed("role") is not ("system" or "developer"))
            {
                messages.Add(Message(message));
            }
            else if (messages.Count == 0)
            {
                system.Add(message.Content("content", TextParts) ?? "");
            }
            else
            {
                throw message.AmidConversation();
            }
        }

        return messages.Count == 0
            ? throw new FormatException($"{request.Place} has no `messages`")
            : new Prompt
            {
                System = system.Count == 0 ? null : string.Join("\n\n", system),
                Messages = messages,
                Tools = [.. request.Items("tools").Select(Tool), .. request.Items("functions").Select(Function)],
                MaxOutputTokens = request.Count("max_completion_tokens") ?? request.Count("max_tokens"),
                Temperature = request.Temperature("temperature"),
                OutputSchemaJson = request.Field("response_format")?.Field("json_schema")?.Object("schema", "{}"),
            };
    }

    private static Message Message(RequestJson message)
    {
        var text = message.Content("content", TextParts);
        switch (message.Needed("role"))
        {
            case "user":
                return new Message(Role.User, text ?? throw new FormatException($"{message.Place} has no `content`"));
            case "assistant":
                // At first a message could call one function, whose result named it in the place of an id.
                var calls = message.Items("tool_calls").Select(Call).ToList();
                if (message.Field("function_call") is { } only)
                {
                    calls.Add(new ToolCall("", only.Needed("name"), only.Needed("arguments")));
                }

                return new Message(Role.Assistant, text ?? message.Text("refusal") ?? "") { ToolCalls = calls };
            case "tool":
                return new Message(Role.Tool, text ?? "") { ToolCallId = message.Needed("tool_call_id") };
            case "function":
                return new Message(Role.Tool, text ?? "") { ToolCallId = "" };
            case var other:
                throw new FormatException($"{message.Place} has the role \"{other}\"; expected system, developer, user, assistant or tool");
        }
    }

    private static ToolCall Call(RequestJson call) => call.Field("function") is { } function
        ? new ToolCall(call.Text("id") ?? "", function.Needed("name"), function.Needed("arguments"))
        : throw call.NotSent(call.Text("type") ?? "unknown");

    private static ToolDefinition Tool(RequestJson tool) =>
        tool.Field("function") is { } function ? Function(function) : throw tool.NotSent(tool.Text("type") ?? "unknown");

    private static ToolDefinition Function(RequestJson function) => new(
        function.Needed("name"),
        function.Text("description") ?? "",
        function.Object("parameters", """{"type":"object","properties":{}}"""));
}
