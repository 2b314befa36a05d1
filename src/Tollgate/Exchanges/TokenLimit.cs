namespace Tollgate.Exchanges;

/// <summary>Under which name a request limits its answer's tokens.</summary>
public enum TokenLimit : byte
{
    /// <summary>As all servers did once, and most do.</summary>
    MaxTokens,

    /// <summary>As OpenAI's own models do from o1 on.</summary>
    MaxCompletionTokens,

    /// <summary>No limit is sent.</summary>
    None,
}
