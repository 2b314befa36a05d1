using Tollgate.Exchanges;
using Tollgate.Figures;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.OfExchanges;

/// <summary>Exchanges that kept every limit, of those that completed or failed; cancelled ones are not asked.</summary>
internal static class GoodExchanges
{
    public static Measure Measure { get; } = new()
    {
        Name = "goodput",
        Title = "Exchanges within every limit",
        Of = MeasuredOf.Exchange,
        Kind = FigureKind.Share,
        Unit = FigureUnit.Share,
        Better = BetterWhen.Higher,
        Group = MeasureGroup.Apart,
        OfEveryOutcome = true,
        IsHeld = static (_, settings) => settings.Limits is { Any: true },
        Usual = new UsualShape(0.9, 30),
        Draw = static reading => reading.Exchange.Outcome == Outcome.Cancelled ? null : reading.KeptLimits ? 1 : 0,
    };
}
