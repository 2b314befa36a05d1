using Tollgate.Callers.Voiced;
using Tollgate.Transcripts;

namespace Tollgate.Sessions;

/// <summary>A person who speaks for the caller: whatever is typed is said.</summary>
/// <param name="ask">Gets the agent's name and what was heard of it; null hangs up.</param>
internal sealed class PersonSeat(Func<string, string, string?> ask) : ICallerSeat
{
    public int? BreaksInAfter => null;

    public void Answered(string tool, string argumentsJson)
    {
        // A caller hears nothing of it.
    }

    public ValueTask<CallerMove> NextAsync(string agent, string heard, bool brokeIn, CancellationToken ending) =>
        ValueTask.FromResult(ask(agent, heard) is { Length: > 0 } words
            ? new CallerMove(words)
            : new CallerMove("") { Ends = SessionEnding.Finished, Why = "You hung up." });
}
