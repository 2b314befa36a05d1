using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfCalls;

/// <summary>The mean time a token of a session's last third less that of its first.</summary>
internal static class GapDrift
{
    public static Measure Measure { get; } = new()
    {
        Name = "gap_drift_ms",
        Title = "Drift of the gaps",
        Of = MeasuredOf.Session,
        Kind = FigureKind.Mean,
        Group = MeasureGroup.Call,
        InRubrics = false,
        DrawCall = static call => Thirds.Drift(call.Whole, static turn => turn.GapMs),
    };
}
