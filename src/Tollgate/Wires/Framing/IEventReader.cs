using Tollgate.Wires.Answers;

namespace Tollgate.Wires.Framing;

/// <summary>
/// Reads the events of one answer. Allocates nothing for an event that carries tokens. Not thread-safe.
/// </summary>
/// <remarks>
/// Of an event that gave the recorder one text and nothing else, those that differ from it in that text alone go to the
/// recorder and pass the reader by. A reader that would not do the same with them says so:
/// <see cref="StreamRecorder.ReaderChanged"/>.
/// </remarks>
internal interface IEventReader
{
    /// <summary>Reads one server-sent event into the recorder. Fields that the wire does not know pass by.</summary>
    /// <param name="eventType">The event's name in UTF-8; empty where it had none.</param>
    /// <param name="data">The event's data in UTF-8.</param>
    /// <param name="recorder">Takes what the event carried, or the failure that it is.</param>
    void Read(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> data, StreamRecorder recorder);
}
