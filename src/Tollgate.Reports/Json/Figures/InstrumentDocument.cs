namespace Tollgate.Reports.Json.Figures;

/// <summary>What the measuring itself did to the numbers.</summary>
internal sealed record InstrumentDocument
{
    /// <summary>
    /// <c>kernel</c>, <c>process</c>, <c>virtual</c>, <c>mixed</c>; <c>none</c> where nothing arrived.
    /// </summary>
    public required string Stamp { get; init; }

    public required QuantilesDocument LagMs { get; init; }

    public required QuantilesDocument SendDelayMs { get; init; }

    public long Arrivals { get; init; }

    public long Coalesced { get; init; }

    /// <summary>Coalesced arrivals by all, 0 to 1.</summary>
    public double CoalescedShare { get; init; }

    /// <summary>Gaps that are only bounds and so left out.</summary>
    public long BoundedGaps { get; init; }

    /// <summary>First tokens whose instant is an upper bound.</summary>
    public long BoundedFirstTokens { get; init; }

    /// <summary>Exchanges left out because their stamps contradict each other.</summary>
    public long Contradictions { get; init; }
}
