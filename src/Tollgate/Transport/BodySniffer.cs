using System.Buffers;
using Tollgate.Wires.Framing;

namespace Tollgate.Transport;

/// <summary>Keeps a body's first bytes until they tell whether it is a stream. Not thread-safe.</summary>
/// <param name="framing">How the stream's events would lie in it.</param>
/// <param name="isAnnounced">The content type is the stream's, or there is none.</param>
internal sealed class BodySniffer(IFraming framing, bool isAnnounced)
{
    private readonly ArrayBufferWriter<byte> seen = new(256);

    /// <summary>What it has seen.</summary>
    public ReadOnlySpan<byte> Seen => seen.WrittenSpan;

    /// <summary>What is taken for true where the body ends before its bytes tell.</summary>
    public bool IsAnnounced => isAnnounced;

    /// <summary>Takes the body's next bytes. Null where they do not tell yet.</summary>
    /// <param name="bytes">The next bytes.</param>
    /// <param name="start">Where the stream begins in <see cref="Seen"/>, if it is one.</param>
    public bool? IsStream(ReadOnlySpan<byte> bytes, out int start)
    {
        seen.Write(bytes);
        return framing.IsStream(Seen, isAnnounced, out start);
    }
}
