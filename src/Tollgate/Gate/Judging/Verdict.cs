using Tollgate.Gate.Evidence;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Judging;

/// <summary>What the gate says of a candidate, with all that it rests on.</summary>
public sealed record Verdict
{
    public required VerdictOutcome Outcome { get; init; }

    /// <summary>The verdict in one sentence.</summary>
    public required string Summary { get; init; }

    public required Rubric Rubric { get; init; }

    /// <summary>The baseline's target.</summary>
    public required string Baseline { get; init; }

    /// <summary>The candidate's target.</summary>
    public required string Candidate { get; init; }

    /// <summary>The runs of each side with their seals.</summary>
    public required IReadOnlyList<(string Name, string Seal)> BaselineRuns { get; init; }

    /// <inheritdoc cref="BaselineRuns"/>
    public required IReadOnlyList<(string Name, string Seal)> CandidateRuns { get; init; }

    /// <summary>Pairs of sessions that the evidence rests on.</summary>
    public required int Sessions { get; init; }

    /// <summary>How many scripts they are of, and how often each was played; of tasks, each is one of its
    /// own.</summary>
    public required ScriptCount Scripts { get; init; }

    /// <summary>What a pair is of: "session" or "task".</summary>
    public string Unit { get; init; } = "session";

    /// <summary>ISO 4217; null where there are no prices.</summary>
    public string? Currency { get; init; }

    /// <summary>A row a criterion, in the rubric's order.</summary>
    public required IReadOnlyList<VerdictRow> Rows { get; init; }

    /// <summary>How many criteria were won.</summary>
    public int Wins => Rows.Count(static row => row.Outcome == RowOutcome.Won);

    public required LookTaken Look { get; init; }

    /// <summary>Why: whole sentences, the weightiest first.</summary>
    public required IReadOnlyList<string> Why { get; init; }

    /// <summary>What to bear in mind: whole sentences. Earlier verdicts, pairs that were left out.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>
    /// How much more evidence would probably settle it, four times in five; null where it is settled or none within
    /// reach would.
    /// </summary>
    public FurtherEvidence? More { get; init; }

    /// <summary>Where it stands in the ledger; null while it was not appended to one.</summary>
    public VerdictRecord? Record { get; init; }

    /// <summary>How failures count on both sides: whole sentences.</summary>
    public required IReadOnlyList<string> FailureRules { get; init; }
}
