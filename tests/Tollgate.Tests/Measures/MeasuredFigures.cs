using Tollgate.Measures.Distributions;
using Tollgate.Measures.OfCalls;
using Tollgate.Measures.OfExchanges;
using Tollgate.Measures.Summaries;
using Tollgate.Statistics;

namespace Tollgate.Tests.Measures;

/// <summary>The figures of measures by short names.</summary>
internal static class MeasuredFigures
{
    extension(TargetMeasures of)
    {
        public QuantileSummary FirstTokenMs => of[FirstToken.Measure];

        public QuantileSummary FirstTokenFromIntendedMs => of[FirstTokenFromIntended.Measure];

        public QuantileSummary FirstAnswerMs => of[FirstAnswer.Measure];

        public QuantileSummary WaitMs => of[Wait.Measure];

        public QuantileSummary GapMs => of[Gap.Measure];

        public QuantileSummary TaskMs => of[TaskTime.Measure];

        public QuantileSummary TokensPerSecond => of[Tollgate.Measures.OfExchanges.TokensPerSecond.Measure];

        public QuantileSummary ConnectMs => of[Connect.Measure];
    }

    extension(SessionMeasures of)
    {
        public QuantileSummary LengthS => of[Length.Measure];

        public QuantileSummary TurnsPerSession => of[Tollgate.Measures.OfCalls.TurnsPerSession.Measure];

        public QuantileSummary PerceivedMs => of[PerceivedLatency.Measure];

        public QuantileSummary FirstTokenMs => of[TurnFirstToken.Measure];

        public QuantileSummary FirstClauseMs => of[FirstClause.Measure];

        public QuantileSummary TaskMs => of[TurnTaskTime.Measure];

        public QuantileSummary DeadAirMs => of[DeadAir.Measure];

        public Estimate? WithinBudget => of.Estimates[Tollgate.Measures.OfCalls.WithinBudget.Measure];

        public Estimate? DriftMs => of.Estimates[Drift.Measure];

        public Estimate? GapDriftMs => of.Estimates[GapDrift.Measure];
    }
}
