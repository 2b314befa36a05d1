using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfExchanges;

/// <summary>Tokens that a completed exchange generated, hidden reasoning included.</summary>
internal static class OutputTokens
{
    public static Measure Measure { get; } = new()
    {
        Name = "output_tokens",
        Title = "Output tokens",
        Of = MeasuredOf.Exchange,
        Unit = FigureUnit.Tokens,
        IsClustered = true,
        Row = new MeasureRow(70),
        Chart = "Output",
        Usual = new UsualShape(60, 20),
        Draw = static reading => reading.Tokens.Output,
    };
}
