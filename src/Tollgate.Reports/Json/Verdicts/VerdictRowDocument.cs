using Tollgate.Advice;
using Tollgate.Exchanges;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;
using Tollgate.Measures.Readings;

namespace Tollgate.Reports.Json.Verdicts;

/// <summary>One criterion with its evidence, in a verdict's JSON document.</summary>
internal sealed record VerdictRowDocument
{
    public required string Name { get; init; }

    /// <summary>The figure's name with its statistic, such as <c>first_token_ms.p95</c>.</summary>
    public required string Figure { get; init; }

    /// <summary>
    /// <c>ms</c>, <c>s</c>, <c>share</c> (0 to 1), <c>tokens/s</c>, <c>tokens</c>, a currency, or empty.
    /// </summary>
    public required string Unit { get; init; }

    /// <summary><c>lower</c> or <c>higher</c>.</summary>
    public required string Better { get; init; }

    /// <summary>
    /// <c>won</c>, <c>held</c>, <c>open</c>, <c>badly_lost</c>, <c>over_the_limit</c> or <c>left_out</c>.
    /// </summary>
    public required string Outcome { get; init; }

    public VerdictValueDocument? Baseline { get; init; }

    public VerdictValueDocument? Candidate { get; init; }

    /// <summary>Candidate less baseline, in the unit.</summary>
    public VerdictDifferenceDocument? Difference { get; init; }

    /// <summary>The difference as a share of the baseline's value.</summary>
    public VerdictDifferenceDocument? Change { get; init; }

    /// <summary>What was observed, where the figures are corrected for the score's own error; else null.</summary>
    public VerdictObservedDocument? Observed { get; init; }

    /// <summary>"Better by more than the margin."</summary>
    public required VerdictMarginDocument Win { get; init; }

    /// <summary>"Worse by more than the margin."</summary>
    public required VerdictMarginDocument BadLoss { get; init; }

    /// <summary>Null where the rubric sets none.</summary>
    public VerdictLimitsDocument? Limits { get; init; }

    /// <summary>Whole sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    internal static VerdictRowDocument Of(VerdictRow row, string? currency)
    {
        var (criterion, figure) = (row.Criterion, row.Criterion.Figure);
        return new VerdictRowDocument
        {
            Name = criterion.Name,
            Figure = figure.FullName,
            Unit = Amounts.Unit(figure.Unit, currency),
            Better = SnakeCase.Of(criterion.Better),
            Outcome = StoredNames.Of(row.Outcome),
            Baseline = VerdictValueDocument.Of(row.Baseline),
            Candidate = VerdictValueDocument.Of(row.Candidate),
            Difference = VerdictDifferenceDocument.Of(row.Difference, row.LossDifference),
            Change = VerdictDifferenceDocument.Of(row.Change, row.LossChange),
            Observed = VerdictObservedDocument.Of(row),
            Win = VerdictMarginDocument.Of(figure, criterion.Win, row.Win, currency),
            BadLoss = VerdictMarginDocument.Of(figure, criterion.BadLoss, row.BadLoss, currency),
            Limits = VerdictLimitsDocument.Of(row),
            Notes = row.Notes,
        };
    }
}
