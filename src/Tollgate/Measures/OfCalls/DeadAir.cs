using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfCalls;

/// <summary>Of each session the longest time in which the caller heard nothing and did not speak.</summary>
internal static class DeadAir
{
    public static Measure Measure { get; } = new()
    {
        Name = "dead_air_ms",
        Title = "Longest silence",
        Of = MeasuredOf.Session,
        Group = MeasureGroup.Call,
        Row = new MeasureRow(60) { Median = true },
        Usual = new UsualShape(3_000, 1),
        DrawCall = static call => call.Transcript.Turns is { Count: > 0 } turns
            ? turns.Max(static turn => turn.DeadAirNs) / 1e6
            : null,
    };
}
