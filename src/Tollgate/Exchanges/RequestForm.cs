namespace Tollgate.Exchanges;

/// <summary>How a target wants its requests, where it is not as the wire has them.</summary>
internal sealed record RequestForm
{
    /// <summary>The wire's own.</summary>
    public static RequestForm Default { get; } = new();

    /// <summary>The name of the limit; null goes by the host, and by what the server refuses.</summary>
    public TokenLimit? TokenLimit { get; init; }

    /// <summary>
    /// Whether token counts are asked for with <c>stream_options</c>; null asks, unless the server refuses it.
    /// </summary>
    public bool? StreamOptions { get; init; }

    /// <summary>
    /// A JSON object whose fields go into every request in place of its own; null values take them out. Null for none.
    /// </summary>
    public string? BodyJson { get; init; }
}
