namespace Tollgate.Wires.Framing;

/// <summary>
/// Reads one answer's body as its bytes come and tells its recorder what they carry. Allocates nothing for an event
/// that carries tokens. Not thread-safe.
/// </summary>
internal interface IAnswerDecoder : IDisposable
{
    /// <summary>Takes the body's next bytes, cut anywhere. After a failure the rest passes by.</summary>
    /// <param name="bytes">They may change once this returns.</param>
    void Feed(ReadOnlySpan<byte> bytes);

    /// <summary>The body ended in good order: what lacks no more than its end is read.</summary>
    void End();
}
