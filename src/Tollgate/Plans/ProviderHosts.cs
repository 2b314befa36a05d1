namespace Tollgate.Plans;

/// <summary>
/// The provider that a variable belongs to by its name, and that provider's hosts: OPENAI_API_KEY is for
/// api.openai.com.
/// </summary>
internal static class ProviderHosts
{
    // The beginning of the variable's name, and hosts: a dot before one stands for every host under it.
    private static readonly (string Prefix, string[] Hosts)[] Known =
    [
        ("OPENAI_", ["api.openai.com", ".api.openai.com", .. Azure]),
        ("AZURE_OPENAI_", Azure),
        ("ANTHROPIC_", ["api.anthropic.com"]),
        ("OPENROUTER_", ["openrouter.ai"]),
        ("GROQ_", ["api.groq.com"]),
        ("MISTRAL_", ["api.mistral.ai"]),
        ("TOGETHER_", ["api.together.xyz", "api.together.ai"]),
        ("FIREWORKS_", ["api.fireworks.ai"]),
        ("DEEPSEEK_", ["api.deepseek.com"]),
        ("XAI_", ["api.x.ai"]),
        ("CEREBRAS_", ["api.cerebras.ai"]),
        ("GEMINI_", ["generativelanguage.googleapis.com"]),
    ];

    private static string[] Azure => [".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com"];

    /// <summary>Whether the variable and the host belong to the same provider.</summary>
    public static bool Own(string variable, string host) => Known.Any(one =>
        variable.StartsWith(one.Prefix, StringComparison.Ordinal)
        && one.Hosts.Any(own => own[0] == '.'
            ? host.EndsWith(own, StringComparison.OrdinalIgnoreCase)
            : host.Equals(own, StringComparison.OrdinalIgnoreCase)));
}
