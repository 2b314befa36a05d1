using Tollgate.Advice;
using Tollgate.Measures.Comparing;

namespace Tollgate.Reports.Json;

/// <summary>Why the candidate's mean task time differs from the baseline's; candidate less baseline.</summary>
internal sealed record ComparisonDocument
{
    public required string Baseline { get; init; }

    public required string Candidate { get; init; }

    /// <summary><c>faster</c>, <c>slower</c> or <c>not_shown</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>
    /// What it rests on: <c>same_run</c>, <c>two_moments</c> (no direction is shown then) or <c>several_runs</c>.
    /// </summary>
    public string Basis { get; init; } = "same_run";

    public double BaselineTaskMs { get; init; }

    public double CandidateTaskMs { get; init; }

    public double TaskMsDifference { get; init; }

    public required IReadOnlyList<double?> TaskMsDifferenceCi { get; init; }

    public required ComparisonPartsDocument PartsMs { get; init; }

    public required ComparisonPartIntervalsDocument PartsMsCi { get; init; }
}
