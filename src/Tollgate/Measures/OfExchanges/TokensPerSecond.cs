using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfExchanges;

/// <summary>
/// Tokens streamed after those of the first arrival, for each second from the first token to the last.
/// </summary>
internal static class TokensPerSecond
{
    public static Measure Measure { get; } = new()
    {
        Name = "tokens_per_second",
        Title = "Tokens/s",
        Of = MeasuredOf.Exchange,
        Unit = FigureUnit.TokensPerSecond,
        Better = BetterWhen.Higher,
        WhenFailed = FailureCounts.Worst,
        Row = new MeasureRow(60),
        Chart = "Rate",
        HasCurve = true,
        Usual = new UsualShape(80, 20),
        Draw = static reading => reading.Shape is { SpanNs: > 0, TokensAfterFirst: > 0 } shape
            ? shape.TokensAfterFirst / (shape.SpanNs / 1e9)
            : null,
    };
}
