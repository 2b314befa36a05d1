using Tollgate.Scores.Outcomes;
using Tollgate.Suites.Tools;

namespace Tollgate.Scores.Calls;

/// <summary>The calls of a session, judged.</summary>
/// <param name="Calls">Each that was expected or made.</param>
/// <param name="Made">The calls with their retries, and what became of each.</param>
internal sealed record CallMatches(
    List<CallScore> Calls, Dictionary<MadeCall, CallScore> Made)
{
    /// <summary>All attempts at the expected call failed.</summary>
    public bool FailedThroughout(ExpectedCall call) =>
        Made.Any(one => ReferenceEquals(one.Value.Expected, call) && one.Key.HasFailed);
}
