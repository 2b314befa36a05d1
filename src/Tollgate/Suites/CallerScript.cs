using Tollgate.Transcripts;

namespace Tollgate.Suites;

/// <summary>
/// The caller of one session: says what comes next, given what the agent said and did. Pure: the same agent gets the
/// same caller. Not thread-safe.
/// </summary>
/// <remarks>
/// After each turn, in this order: (1) every step that the agent's words ask for (<see cref="Step.Asked"/>) and that
/// may still be said, in the script's order, at most three at once; (2) else the first step that is said unasked, has
/// not been said, and whose conditions hold; (3) else, where nothing that must be said is left, the caller hangs up;
/// (4) else a clarification, as long as there are any; (5) else the caller gives up.
/// </remarks>
public sealed class CallerScript
{
    public CallerScript(SuiteSession session, IReadOnlyList<string> clarifications, int mostClarifications) =>
        throw new NotImplementedException();

    /// <summary>What the caller says next.</summary>
    /// <param name="agent">The agent that has the call.</param>
    /// <param name="heard">What the caller heard since speaking last; empty at the start.</param>
    public CallerLine Next(string agent, string heard) => throw new NotImplementedException();

    /// <summary>A call of this tool was answered.</summary>
    public void Answered(string tool) => throw new NotImplementedException();
}
