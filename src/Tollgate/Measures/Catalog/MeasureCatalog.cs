using Tollgate.Measures.Definitions;
using Tollgate.Measures.OfCalls;
using Tollgate.Measures.OfExchanges;

namespace Tollgate.Measures.Catalog;

/// <summary>
/// Every measure. Adding one takes its file and a line here; documents, tables, rubrics and exports take it from this
/// list, in this order.
/// </summary>
internal static class MeasureCatalog
{
    /// <summary>All of them: those of exchanges and tasks, then those of turns and sessions.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        FirstToken.Measure,
        FirstTokenFromIntended.Measure,
        FirstAnswer.Measure,
        FirstSentence.Measure,
        Wait.Measure,
        Gap.Measure,
        EventGap.Measure,
        TaskTime.Measure,
        TokensPerSecond.Measure,
        OutputTokens.Measure,
        Connect.Measure,
        Lag.Measure,
        SendDelay.Measure,
        FailedExchanges.Measure,
        GoodExchanges.Measure,

        Length.Measure,
        TurnsPerSession.Measure,
        PerceivedLatency.Measure,
        WithinBudget.Measure,
        TurnFirstToken.Measure,
        FirstClause.Measure,
        TurnTaskTime.Measure,
        DeadAir.Measure,
        UnderrunTurns.Measure,
        Drift.Measure,
        GapDrift.Measure,
        CostPerSession.Measure,
    ];
}
