namespace Tollgate.Measures.Costs;

/// <summary>What the tokens cost: every attempt's that the provider counted, whether it completed or not.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Total">All of it.</param>
/// <param name="PerSession">For each session of a rehearsal, else for each task; null where none began.</param>
/// <param name="Uncounted">
/// Exchanges that sent output without a count of tokens, or with one of the prompt or the output alone, or were cut
/// short before the last count: what was not counted is not in the cost.
/// </param>
internal sealed record Cost(string Currency, decimal Total, decimal? PerSession, long Uncounted)
{
    /// <summary>
    /// The part of the total that the provider did not count, of exchanges of a rehearsal that were cut short or not
    /// wholly counted: their input is taken from the session's exchange before and their output from its characters.
    /// </summary>
    public decimal Estimated { get; init; }

    /// <summary>The tokens by kind; null where nobody counted.</summary>
    public TokenKinds? Tokens { get; init; }
}
