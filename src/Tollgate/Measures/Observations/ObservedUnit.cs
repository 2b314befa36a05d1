namespace Tollgate.Measures.Observations;

/// <summary>The exchange, task, turn or session that an observation is of.</summary>
/// <param name="Session">The session's number in the run; null outside of a rehearsal.</param>
/// <param name="Task">The task's number in the run; null for a turn or a session.</param>
/// <param name="Turn">1 for the caller's first; 0 for what comes after the call; null where it is of no turn.</param>
internal readonly record struct ObservedUnit(long? Session, long? Task, int? Turn)
{
    /// <summary>It opened a connection in a run with warm ones.</summary>
    public bool IsFresh { get; init; }

    /// <summary>It is of the turn in which the model's failure ended the call.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Nobody waited for it.</summary>
    public bool IsAfterCall => Turn == 0;
}
