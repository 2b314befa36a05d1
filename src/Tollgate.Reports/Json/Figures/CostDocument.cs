using Tollgate.Language.Words;
using Tollgate.Measures.Costs;

namespace Tollgate.Reports.Json.Figures;

/// <summary>What the tokens cost, failed and repeated attempts included.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Total">All of it.</param>
/// <param name="PerSession">For each session of a rehearsal, else for each task; null where none began.</param>
/// <param name="Uncounted">Exchanges with output of which no count came: not in the total.</param>
internal sealed record CostDocument(string Currency, decimal Total, decimal? PerSession, long Uncounted)
{
    /// <summary>The part of the total that no provider counted.</summary>
    public decimal Estimated { get; init; }

    /// <summary>The tokens by kind, over all exchanges.</summary>
    public TokenKinds? Tokens { get; init; }
}
