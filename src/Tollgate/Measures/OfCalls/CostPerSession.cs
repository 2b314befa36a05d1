using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfCalls;

/// <summary>What was spent, over the sessions that reached an end, or the tasks that completed.</summary>
internal static class CostPerSession
{
    public static Measure Measure { get; } = new()
    {
        Name = "cost_per_session",
        Title = "Cost of a call",
        Of = MeasuredOf.Session,
        Kind = FigureKind.Mean,
        Unit = FigureUnit.Money,
        Group = MeasureGroup.Apart,
        IsHeld = static (target, _) => target.Price is not null,
        Usual = new UsualShape(0.15, 1),
        DrawSpent = Draw,
    };

    /// <summary>The money that a session or task cost, over 1 where it reached an end and 0 where it did not.</summary>
    internal static (double Sum, double Count) Draw(decimal spent, bool reachedAnEnd) =>
        ((double)spent, reachedAnEnd ? 1 : 0);
}
