using Tollgate.Callers.Voiced;

namespace Tollgate.Sessions;

/// <summary>Speaks for the caller in one session. Not thread-safe.</summary>
internal interface ICallerSeat
{
    /// <summary>
    /// After so many heard words of the reply that is beginning the caller breaks in, 1 or more; null where he listens
    /// to its end.
    /// </summary>
    int? BreaksInAfter { get; }

    /// <summary>A call of the agent's was answered without an error.</summary>
    void Answered(string tool, string argumentsJson);

    /// <summary>What the caller does next.</summary>
    /// <param name="agent">The agent that has the call.</param>
    /// <param name="heard">What the caller heard since speaking last; empty at the start, or where it was nothing.</param>
    /// <param name="brokeIn">The caller breaks into it here, as <see cref="BreaksInAfter"/> had it.</param>
    /// <param name="ending">Cancelled when the run is over: an answer is no longer needed.</param>
    ValueTask<CallerMove> NextAsync(string agent, string heard, bool brokeIn, CancellationToken ending);
}
