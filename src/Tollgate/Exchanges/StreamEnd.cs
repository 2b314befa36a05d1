namespace Tollgate.Exchanges;

/// <summary>What ends an answer in good order.</summary>
public enum StreamEnd : byte
{
    /// <summary>The stream's own end marker.</summary>
    Marker,

    /// <summary>
    /// That, or the body's end once a finish reason came: for providers that send no marker. An answer that is cut off
    /// behind its finish reason is then not told from a whole one.
    /// </summary>
    FinishReason,
}
