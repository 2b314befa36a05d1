using Microsoft.Extensions.AI;
using Tollgate.Exchanges;
using Tollgate.Transport;

namespace Tollgate.Extensions.AI;

/// <summary>A prompt as a chat client takes it.</summary>
internal static class ChatPrompt
{
    public static IEnumerable<ChatMessage> Messages(Prompt prompt)
    {
        if (prompt.System is { } system)
        {
            yield return new ChatMessage(ChatRole.System, system);
        }

        foreach (var message in prompt.Messages)
        {
            yield return message.Role switch
            {
                Role.Tool => new ChatMessage(
                    ChatRole.Tool, [new FunctionResultContent(message.ToolCallId ?? "", message.Text)]),
                Role.Assistant => new ChatMessage(ChatRole.Assistant, Said(message)),
                _ => new ChatMessage(ChatRole.User, message.Text),
            };
        }
    }

    public static ChatOptions Options(ExchangeRequest request)
    {
        var prompt = request.Prompt;
        return new ChatOptions
        {
            // The target's model is the client's own, unless somebody asked for another.
            MaxOutputTokens = prompt.MaxOutputTokens,
            Temperature = (float?)prompt.Temperature,
            Tools = prompt.Tools.Count == 0 ? null : [.. prompt.Tools.Select(Tool)],
            ResponseFormat = prompt.OutputSchemaJson is { } schema
                ? ChatResponseFormat.ForJsonSchema(JsonElement.Parse(schema))
                : null,
        };
    }

    private static List<AIContent> Said(Message message)
    {
        List<AIContent> contents = message.Text.Length > 0 ? [new TextContent(message.Text)] : [];
        contents.AddRange(message.ToolCalls.Select(static call =>
            new FunctionCallContent(call.Id, call.Name, Arguments(call.ArgumentsJson))));
        return contents;
    }

    // A model may have written no JSON: then it is told what it wrote.
    private static Dictionary<string, object?> Arguments(string json)
    {
        try
        {
            return JsonElement.Parse(json).EnumerateObject()
                .ToDictionary(static one => one.Name, static one => (object?)one.Value);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return new Dictionary<string, object?> { ["arguments"] = json };
        }
    }

    private static AITool Tool(ToolDefinition tool) => AIFunctionFactory.CreateDeclaration(
        tool.Name, tool.Description, JsonElement.Parse(tool.ParametersJson));
}
