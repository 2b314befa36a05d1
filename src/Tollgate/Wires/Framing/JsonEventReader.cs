using Tollgate.Wires.Answers;

namespace Tollgate.Wires.Framing;

/// <summary>Reads events whose data is a JSON object, and what servers send beside them on every wire.</summary>
internal abstract class JsonEventReader : IEventReader
{
    public void Read(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> data, StreamRecorder recorder)
    {
        if (EventData.Take(eventType, data, recorder))
        {
            return;
        }

        try
        {
            ReadObject(eventType, data, recorder);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            recorder.FailMalformed(e.Message);
        }
    }

    /// <summary>Reads one event's object into the recorder.</summary>
    /// <exception cref="JsonException">It is not what it must be.</exception>
    /// <exception cref="InvalidOperationException">As above.</exception>
    /// <exception cref="FormatException">As above.</exception>
    protected abstract void ReadObject(
        ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> data, StreamRecorder recorder);
}
