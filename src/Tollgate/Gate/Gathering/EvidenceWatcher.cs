using Tollgate.Measures;
using Tollgate.Scores;

namespace Tollgate.Gate.Gathering;

/// <summary>Hands what enters the measures on to the session that it is of. Not thread-safe.</summary>
/// <param name="wanted">Only these measures' values; null for all.</param>
internal sealed class EvidenceWatcher(IReadOnlySet<string>? wanted) : IMeasureWatcher
{
    private SessionEvidenceBuilder? to;
    private Taken taken;

    /// <summary>Which values are taken.</summary>
    public enum Taken : byte
    {
        Nothing,

        /// <summary>The time of a request is no task's in a rehearsal: a turn's is.</summary>
        AllButTaskTime,

        All,
    }

    /// <summary>What follows is of this session.</summary>
    public void Turn(SessionEvidenceBuilder draft, Taken which) => (to, taken) = (draft, which);

    public void Entered(string measure, double value, bool fresh = false)
    {
        var isTaken = taken == Taken.All || (taken == Taken.AllButTaskTime && measure != MeasureNames.TaskMs);
        if (isTaken && wanted?.Contains(measure) != false)
        {
            to?.Add(measure, value, fresh);
        }
    }

    public void Counted(string measure, double hits, double trials) =>
        to?.Count(measure, new ScoreCount(hits, trials));

    /// <summary>An exchange failed.</summary>
    public void FailExchange()
    {
        Entered(MeasureNames.FirstTokenMs, double.PositiveInfinity);
        Entered(MeasureNames.FirstTokenFromIntendedMs, double.PositiveInfinity);
        Entered(MeasureNames.FirstAnswerMs, double.PositiveInfinity);
        Entered(MeasureNames.TokensPerSecond, double.NegativeInfinity);
    }

    /// <summary>No attempt of a task completed.</summary>
    public void FailTask()
    {
        Entered(MeasureNames.WaitMs, double.PositiveInfinity);
        Entered(MeasureNames.TaskMs, double.PositiveInfinity);
    }

    /// <summary>A session broke off in a turn.</summary>
    public void FailTurn()
    {
        Entered(MeasureNames.PerceivedMs, double.PositiveInfinity);
        Entered(MeasureNames.FirstClauseMs, double.PositiveInfinity);
        Entered(MeasureNames.TaskMs, double.PositiveInfinity);
        Counted(MeasureNames.WithinBudget, 0, 1);
    }
}
