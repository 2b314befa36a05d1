namespace Tollgate.Exchanges;

/// <summary>What is sent to a target: system text, messages, tools and limits.</summary>
internal sealed record Prompt
{
    /// <summary>The instructions that stand before the messages; null for none.</summary>
    public string? System { get; init; }

    /// <summary>The conversation so far, oldest first; never empty.</summary>
    public required IReadOnlyList<Message> Messages { get; init; }

    /// <summary>The tools that the model may call; empty for none.</summary>
    public IReadOnlyList<ToolDefinition> Tools { get; init; } = [];

    /// <summary>The most tokens that the answer may have; null leaves it to the wire's default.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>The sampling temperature, 0 to 2; null leaves it to the provider.</summary>
    public double? Temperature { get; init; }

    /// <summary>The JSON Schema object that the answer must be (structured output); null for free text.</summary>
    public string? OutputSchemaJson { get; init; }

    /// <summary>A prompt of one user message.</summary>
    public static Prompt FromUser(string text, int? maxOutputTokens = null) =>
        new() { Messages = [new Message(Role.User, text)], MaxOutputTokens = maxOutputTokens };
}
