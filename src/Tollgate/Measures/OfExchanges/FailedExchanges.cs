using Tollgate.Exchanges;
using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfExchanges;

/// <summary>Exchanges that failed, of all.</summary>
internal static class FailedExchanges
{
    public static Measure Measure { get; } = new()
    {
        Name = "failures",
        Title = "Failed exchanges",
        Of = MeasuredOf.Exchange,
        Kind = FigureKind.Share,
        Unit = FigureUnit.Share,
        Group = MeasureGroup.Apart,
        OfEveryOutcome = true,
        Usual = new UsualShape(0.01, 26),
        Draw = static reading => reading.Exchange.Outcome == Outcome.Failed ? 1 : 0,
    };
}
