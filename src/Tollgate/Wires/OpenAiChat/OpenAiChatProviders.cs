using Tollgate.Wires.Requests;

namespace Tollgate.Wires.OpenAiChat;

/// <summary>Providers that speak Chat Completions.</summary>
internal static class OpenAiChatProviders
{
    private static readonly string[] Azure =
        [".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com"];

    public static IReadOnlyList<KnownProvider> All { get; } =
    [
        new("OPENAI_", ["api.openai.com", ".api.openai.com", .. Azure]),
        new("AZURE_OPENAI_", Azure),
        new("OPENROUTER_", "openrouter.ai"),
        new("GROQ_", "api.groq.com"),
        new("MISTRAL_", "api.mistral.ai"),
        new("TOGETHER_", "api.together.xyz", "api.together.ai"),
        new("FIREWORKS_", "api.fireworks.ai"),
        new("DEEPSEEK_", "api.deepseek.com"),
        new("XAI_", "api.x.ai"),
        new("CEREBRAS_", "api.cerebras.ai"),
        new("GEMINI_", "generativelanguage.googleapis.com"),
    ];
}
