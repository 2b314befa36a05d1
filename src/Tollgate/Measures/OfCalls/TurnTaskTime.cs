using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfCalls;

/// <summary>From the caller's last sound to the turn's last token.</summary>
internal static class TurnTaskTime
{
    public static Measure Measure { get; } = new()
    {
        Name = "task_ms",
        Title = "Turn's task time",
        Of = MeasuredOf.Turn,
        Group = MeasureGroup.Call,
        WhenFailed = FailureCounts.Worst,
        IsClustered = true,
        Row = new MeasureRow(50) { Median = true, Tail = true },
        DrawTurn = static turn => turn.Timing.FirstTokenNs is null ? null : turn.Timing.Parts.TotalNs / 1e6,
    };
}
