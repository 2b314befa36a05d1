using Tollgate.Advice;
using Tollgate.Exchanges;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Reports.Json.Verdicts;

/// <summary>
/// What was observed of a row whose figures are corrected for the score's own error, in a verdict's JSON document.
/// </summary>
/// <param name="Outcome">What the row would come to if the observed shares were the true ones.</param>
/// <param name="Baseline">As in a row.</param>
/// <param name="Candidate">As in a row.</param>
/// <param name="Difference">As in a row.</param>
/// <param name="Found">Faults that the score found, and faults that were there, when its error was measured.</param>
/// <param name="Charged">Right trials that it charged, and right trials.</param>
internal sealed record VerdictObservedDocument(
    string Outcome, VerdictValueDocument? Baseline, VerdictValueDocument? Candidate,
    VerdictDifferenceDocument? Difference, IReadOnlyList<int> Found, IReadOnlyList<int> Charged)
{
    /// <summary>Null where no error of a score is taken in.</summary>
    internal static VerdictObservedDocument? Of(VerdictRow row) =>
        row is { Observed: { } observed, Criterion.Error: { } error }
            ? new VerdictObservedDocument(
                StoredNames.Of(observed.Outcome), VerdictValueDocument.Of(observed.Baseline),
                VerdictValueDocument.Of(observed.Candidate),
                VerdictDifferenceDocument.Of(observed.Difference, observed.LossDifference),
                [error.Found, error.Of], [error.Charged, error.Honest])
            : null;
}
