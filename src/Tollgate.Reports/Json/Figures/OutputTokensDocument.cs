namespace Tollgate.Reports.Json.Figures;

/// <summary>Tokens generated in completed exchanges: their sum, and their distribution over exchanges.</summary>
internal sealed record OutputTokensDocument : QuantilesDocument
{
    public double Sum { get; init; }

    /// <summary><c>provider</c>, <c>estimated</c>, <c>mixed</c> or <c>none</c>.</summary>
    public required string Source { get; init; }
}
