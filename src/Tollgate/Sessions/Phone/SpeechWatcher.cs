using Tollgate.Exchanges;

namespace Tollgate.Sessions.Phone;

/// <summary>Hands the text of a stream to the synthesiser as it comes.</summary>
internal sealed class SpeechWatcher(Playback playback, CallClock clock) : IArrivalWatcher
{
    public void Arrived(long atNs, ArrivalKind kind, ReadOnlySpan<byte> utf8)
    {
        if (kind == ArrivalKind.Text)
        {
            playback.Add(clock.OfAxis(atNs), Encoding.UTF8.GetString(utf8));
        }
    }

    public void Restarted() => playback.Restart(clock.NowNs);
}
