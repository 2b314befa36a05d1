using Tollgate.Gate.Judging;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Reports.Wording.Verdicts;

namespace Tollgate.Reports.Json.Verdicts;

/// <summary>A margin and what the evidence says of it, in a verdict's JSON document.</summary>
/// <param name="Margin">As people write it: <c>10%</c>, <c>2 points</c>, <c>50 ms</c>.</param>
/// <param name="Amount">In the row's unit, or a share of the baseline's value.</param>
/// <param name="Relative">It is a share of the baseline's value.</param>
/// <param name="Standing">
/// <c>shown</c>, <c>open</c> or <c>ruled_out</c>: of the claim that the candidate is better, or worse, by more.
/// </param>
internal sealed record VerdictMarginDocument(string Margin, double Amount, bool Relative, string Standing)
{
    internal static VerdictMarginDocument Of(
        Figure figure, Margin margin, ClaimStatus status, string? currency) => new(
        VerdictText.Margin(figure, margin, currency), margin.Amount, margin.Relative, StoredNames.Of(status));
}
