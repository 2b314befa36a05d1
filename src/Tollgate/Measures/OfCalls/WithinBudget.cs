using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfCalls;

/// <summary>Turns heard within the budget, of those that were heard.</summary>
internal static class WithinBudget
{
    public static Measure Measure { get; } = new()
    {
        Name = "within_budget",
        Title = "Within {budget}",
        Of = MeasuredOf.Turn,
        Kind = FigureKind.Share,
        Unit = FigureUnit.Share,
        Better = BetterWhen.Higher,
        Group = MeasureGroup.Call,
        WhenFailed = FailureCounts.Worst,
        IsClustered = true,
        Row = new MeasureRow(20),
        Usual = new UsualShape(0.9, 20),
        DrawTurn = static turn => turn.PerceivedNs is { } ns ? ns <= turn.BudgetMs * 1e6 ? 1 : 0 : null,
    };
}
