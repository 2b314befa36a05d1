using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Tollgate.Transport.Direct;

/// <summary>
/// Where the memory lies that the next read of a connection will touch. Between two events of one stream thousands of
/// others pass by, so none of it is in the processor's caches any more; asked for together, and while the kernel is
/// reading the socket, it comes in the time that one of its lines would take.
/// </summary>
/// <remarks>
/// These are hints and not references: the collector may have moved an object since, and then a line that nobody needs
/// is fetched once. Nothing is read through them. Where the processor has no such instruction, nothing happens.
/// </remarks>
internal unsafe struct Footprint
{
    private const int LineBytes = 64;

    private nint connection, socket, answer, parser, recorder, decoder, frame, arrival;

    /// <summary>Whether the processor can be asked.</summary>
    public static bool IsSupported => Sse.IsSupported;

    /// <summary>Where an object lies now; 0 for null.</summary>
    public static nint Of(object? one) => *(nint*)Unsafe.AsPointer(ref one);

    public void SetConnection(object owner, object itsSocket) => (connection, socket) = (Of(owner), Of(itsSocket));

    public void SetAnswer(object owner, object itsParser) => (answer, parser) = (Of(owner), Of(itsParser));

    public void SetStream(object itsRecorder, nint nextArrival, object? itsDecoder, nint itsFrame) =>
        (recorder, arrival, decoder, frame) = (Of(itsRecorder), nextArrival, Of(itsDecoder), itsFrame);

    /// <summary>Asks the processor for all of it.</summary>
    public readonly void Fetch()
    {
        if (!IsSupported)
        {
            return;
        }

        Fetch(connection, 2);
        Fetch(socket, 1);
        Fetch(answer, 3);
        Fetch(recorder, 4);
        Fetch(parser, 1);
        Fetch(decoder, 3);
        Fetch(arrival, 1);
        Fetch(frame, 5);
    }

    private static void Fetch(nint at, int lines)
    {
        for (var line = 0; line < lines; line++)
        {
            Sse.Prefetch0((byte*)at + (line * LineBytes));
        }
    }
}
