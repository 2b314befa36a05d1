namespace Tollgate.Load.Traces;

/// <summary>Requests that a service once saw, in order of time. Never empty.</summary>
internal sealed record Trace
{
    /// <param name="entries">In order of time; not empty.</param>
    public Trace(IReadOnlyList<TraceEntry> entries)
    {
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count, nameof(entries));
        Entries = entries;
    }

    public IReadOnlyList<TraceEntry> Entries { get; }

    /// <summary>From the start to the last request.</summary>
    public TimeSpan Length => TimeSpan.FromTicks(Entries[^1].OffsetNs / 100);

    /// <summary>
    /// The requests from <paramref name="from"/> on, for <paramref name="length"/>: its end is not in it. Their offsets
    /// count from the window's start. Null where the window holds no request.
    /// </summary>
    /// <param name="from">Where the window starts, in the trace's own time; not negative.</param>
    /// <param name="length">How long it is, in the trace's own time; null for the rest of the trace.</param>
    public Trace? Window(TimeSpan from, TimeSpan? length)
    {
        var fromNs = (Int128)from.Ticks * 100;
        var endNs = length is { } span ? fromNs + ((Int128)span.Ticks * 100) : Int128.MaxValue;
        var inside = Entries.Where(entry => entry.OffsetNs >= fromNs && entry.OffsetNs < endNs)
            .Select(entry => entry with { OffsetNs = (long)(entry.OffsetNs - fromNs) })
            .ToArray();
        return inside.Length == 0 ? null : new Trace(inside);
    }
}
