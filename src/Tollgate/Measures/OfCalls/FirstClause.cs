using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfCalls;

/// <summary>
/// From a turn's first sent to the first clause that could be spoken, tools that ran before included.
/// </summary>
internal static class FirstClause
{
    public static Measure Measure { get; } = new()
    {
        Name = "first_clause_ms",
        Title = "First clause",
        Of = MeasuredOf.Turn,
        Group = MeasureGroup.Call,
        WhenFailed = FailureCounts.Worst,
        IsClustered = true,
        Row = new MeasureRow(40) { Median = true },
        Usual = new UsualShape(1_200, 20),
        DrawTurn = static turn => turn.Timing.FirstClauseNs / 1e6,
    };
}
