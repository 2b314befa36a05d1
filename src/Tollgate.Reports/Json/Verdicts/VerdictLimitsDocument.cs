using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Reports.Json.Verdicts;

/// <summary>What the candidate's value may not pass, in a verdict's JSON document.</summary>
/// <param name="AtMost">In the row's unit; null for none.</param>
/// <param name="AtLeast">In the row's unit; null for none.</param>
/// <param name="Standing"><c>shown</c> (kept), <c>open</c> or <c>ruled_out</c> (broken).</param>
internal sealed record VerdictLimitsDocument(double? AtMost, double? AtLeast, string Standing)
{
    internal static VerdictLimitsDocument? Of(VerdictRow row) =>
        row.Criterion is { AtMost: null, AtLeast: null }
            ? null
            : new VerdictLimitsDocument(
                row.Criterion.AtMost, row.Criterion.AtLeast, StoredNames.Of(row.Limits));
}
