using Tollgate.Exchanges;
using Tollgate.Transcripts;

namespace Tollgate.Sessions.Phone;

/// <summary>
/// Where the time of one turn goes: every instant from the caller's last sound to the last token belongs to one part.
/// Not thread-safe.
/// </summary>
internal sealed class TurnClock(CallClock clock, long speechEndNs, long stallNs)
{
    private long reachedNs = speechEndNs;
    private long gapsNs;
    private long gaps;

    public TurnParts Parts { get; private set; }

    /// <summary>From sent to first token, of the turn's first exchange that brought one.</summary>
    public long? FirstTokenNs { get; private set; }

    /// <summary>When the turn's first exchange was sent, on the call's clock.</summary>
    public long? FirstSentNs { get; private set; }

    public int Stalls { get; private set; }

    public double? GapMs => gaps == 0 ? null : gapsNs / 1e6 / gaps;

    /// <summary>An exchange of the turn is over.</summary>
    /// <param name="exchange">Its last attempt.</param>
    /// <param name="intendedNs">When its first attempt was to leave, on the call's clock.</param>
    public void Enter(Exchange exchange, long intendedNs)
    {
        var line = exchange.Timeline;
        var first = FirstSentNs is null;
        FirstSentNs ??= line.SentNs is { } sent ? clock.OfAxis(sent) : null;
        var parts = Parts;
        var beforeNs = Pass(intendedNs);
        parts = first
            ? parts with { HearingNs = parts.HearingNs + beforeNs }
            : parts with { ToolRunNs = parts.ToolRunNs + beforeNs };
        parts = parts with { RetriesNs = parts.RetriesNs + Pass(clock.OfAxis(line.IntendedNs)) };
        if (line.FirstTokenNs is { } firstToken && line.SentNs is { } sentNs)
        {
            parts = parts with { SendDelayNs = parts.SendDelayNs + Pass(clock.OfAxis(sentNs)) };
            parts = parts with { FirstTokenNs = parts.FirstTokenNs + Pass(clock.OfAxis(firstToken)) };
            FirstTokenNs ??= firstToken - sentNs;
        }

        var arrivals = line.Arrivals.Span;
        for (var i = 1; i < arrivals.Length; i++)
        {
            var gapNs = Pass(clock.OfAxis(arrivals[i].AtNs));
            gapsNs += gapNs;
            gaps++;
            Stalls += gapNs > stallNs ? 1 : 0;
            parts = arrivals[i].Kind switch
            {
                ArrivalKind.Reasoning => parts with { ReasoningNs = parts.ReasoningNs + gapNs },
                ArrivalKind.Tool => parts with { ToolWritingNs = parts.ToolWritingNs + gapNs },
                _ => parts with { OutputNs = parts.OutputNs + gapNs },
            };
        }

        Parts = parts;
    }

    // The time from what was reached to an instant; nothing where that has passed.
    private long Pass(long toNs)
    {
        var ns = Math.Max(0, toNs - reachedNs);
        reachedNs += ns;
        return ns;
    }
}
