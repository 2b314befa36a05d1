using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Rubrics;
using Tollgate.Workflows.Ledgers;

namespace Tollgate.Workflows.Judging;

/// <summary>What to judge, and by which rubric.</summary>
public sealed record JudgeRequest
{
    public required Rubric Rubric { get; init; }

    /// <summary>The rubric's file, as the user named it.</summary>
    public required string RubricFile { get; init; }

    /// <summary>The ledger's file.</summary>
    public required string LedgerFile { get; init; }

    /// <summary>The baseline's run files; for a later look, all so far.</summary>
    public required IReadOnlyList<string> Baseline { get; init; }

    /// <summary>The candidate's run files; for a later look, all so far.</summary>
    public IReadOnlyList<string> Candidate { get; init; } = [];

    /// <summary>Target to judge in the baseline's runs; null for the only one.</summary>
    public string? BaselineTarget { get; init; }

    /// <summary>Target to judge in the candidate's runs; null for the only one.</summary>
    public string? CandidateTarget { get; init; }

    /// <summary>The team's own numbers.</summary>
    public IReadOnlyList<NumberFiles> Numbers { get; init; } = [];

    /// <summary>Signs the verdict; null for no signature. The caller disposes it.</summary>
    public SigningKey? Key { get; init; }
}
