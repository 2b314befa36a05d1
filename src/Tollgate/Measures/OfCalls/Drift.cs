using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfCalls;

/// <summary>The mean first token of a session's last third less that of its first: above zero it gets slower.</summary>
internal static class Drift
{
    public static Measure Measure { get; } = new()
    {
        Name = "drift_ms",
        Title = "Drift over the call",
        Of = MeasuredOf.Session,
        Kind = FigureKind.Mean,
        Group = MeasureGroup.Call,
        InRubrics = false,
        Row = new MeasureRow(80),
        DrawCall = static call => Thirds.Drift(call.Whole, static turn => turn.FirstTokenNs / 1e6),
    };
}
