namespace Tollgate.Simulator.Providers;

/// <summary>What a request asks of a simulated model, whichever provider's form it came in.</summary>
internal sealed record ChatRequest
{
    public required string Model { get; init; }

    public bool Stream { get; init; }

    /// <summary>OpenAI's <c>stream_options.include_usage</c>.</summary>
    public bool IncludeUsage { get; init; }

    /// <summary>OpenAI's <c>stream_options.include_obfuscation</c>: pads each token's event.</summary>
    public bool Obfuscate { get; init; }

    public int? MaxTokens { get; init; }

    /// <summary>An estimate: the prompt's characters over four.</summary>
    public required int InputTokens { get; init; }

    /// <summary>The tool that is to be called; null where the answer is text.</summary>
    public AskedTool? Tool { get; init; }
}
