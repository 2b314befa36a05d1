using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfCalls;

/// <summary>From the caller's last sound to the agent's first audible word.</summary>
internal static class PerceivedLatency
{
    public static Measure Measure { get; } = new()
    {
        Name = "perceived_ms",
        Key = "perceived_latency_ms",
        Title = "Perceived latency",
        Of = MeasuredOf.Turn,
        Group = MeasureGroup.Call,
        WhenFailed = FailureCounts.Worst,
        IsClustered = true,
        Row = new MeasureRow(10) { Median = true, Tail = true },
        Usual = new UsualShape(1_200, 20),
        DrawTurn = static turn => turn.PerceivedNs / 1e6,
    };
}
