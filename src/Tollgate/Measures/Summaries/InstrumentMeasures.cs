using Tollgate.Exchanges;
using Tollgate.Measures.Distributions;

namespace Tollgate.Measures.Summaries;

/// <summary>What the measuring itself did to the numbers.</summary>
internal sealed record InstrumentMeasures
{
    /// <summary>Who took the arrival stamps; null where there were none or they were of several kinds.</summary>
    public StampSource? Stamp { get; init; }

    /// <summary>Stamps of more than one kind were met.</summary>
    public bool MixedStamps { get; init; }

    /// <summary>
    /// Milliseconds from the kernel's stamp to the process's clock after the read; one for each read.
    /// </summary>
    public QuantileSummary LagMs { get; init; } = QuantileSummary.Empty;

    /// <summary>
    /// Milliseconds from the intended start to the send; an opened connection keeps an exchange out of it.
    /// </summary>
    public QuantileSummary SendDelayMs { get; init; } = QuantileSummary.Empty;

    /// <summary>Arrivals of completed exchanges.</summary>
    public long Arrivals { get; init; }

    /// <summary>Arrivals that came in the same read as the one before them.</summary>
    public long Coalesced { get; init; }

    /// <summary>Their share, 0 to 1.</summary>
    public double CoalescedShare => Arrivals == 0 ? 0 : Coalesced / (double)Arrivals;

    /// <summary>Gaps that are only bounds, and so in no number.</summary>
    public long BoundedGaps { get; init; }

    /// <summary>First tokens that came in one read with others: their instant is an upper bound.</summary>
    public long BoundedFirstTokens { get; init; }

    /// <summary>Completed exchanges whose stamps contradict each other; in no latency.</summary>
    public long Contradictions { get; init; }
}
