using Tollgate.Callers.Voiced;
using Tollgate.Transcripts;

namespace Tollgate.Sessions;

/// <summary>A turn while it is played.</summary>
/// <param name="Number">1 for the caller's first.</param>
/// <param name="Line">What the caller says.</param>
/// <param name="Kind">Why.</param>
/// <param name="SpeechStartNs">The caller's first sound, on the call's clock.</param>
/// <param name="SpeechEndNs">The caller's last sound.</param>
internal sealed record ActiveTurn(int Number, CallerMove Line, SpeechKind Kind, long SpeechStartNs, long SpeechEndNs)
{
    /// <summary>The caller goes on at this instant, whatever the agent does; null where the turn was whole.</summary>
    public long? GoesOnNs { get; init; }
}
