using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Ledgers;

/// <summary>A verdict as a ledger holds it.</summary>
public sealed record LedgerVerdict
{
    /// <summary>The digest of the rubric that it was given by.</summary>
    public required string RubricDigest { get; init; }

    /// <summary>The baseline's target.</summary>
    public required string Baseline { get; init; }

    /// <summary>The candidate's target.</summary>
    public required string Candidate { get; init; }

    /// <summary>The runs of each side with their seals.</summary>
    public required IReadOnlyList<(string Name, string Seal)> BaselineRuns { get; init; }

    /// <inheritdoc cref="BaselineRuns"/>
    public required IReadOnlyList<(string Name, string Seal)> CandidateRuns { get; init; }

    /// <summary>Pairs of sessions that the evidence rested on.</summary>
    public required int Sessions { get; init; }

    /// <summary>1 for the first look of a series.</summary>
    public required int Look { get; init; }

    public required VerdictOutcome Outcome { get; init; }

    /// <summary>The entries that registered its runs, by the runs' seals; none for others.</summary>
    public IReadOnlyList<(string Seal, long Entry)> Registered { get; init; } = [];

    /// <summary>What the team's own numbers were, for each number, side and run; none where it brought none.</summary>
    public IReadOnlyList<LedgerNumber> Numbers { get; init; } = [];

    /// <summary>What a ledger keeps of a verdict.</summary>
    public static LedgerVerdict Of(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return new LedgerVerdict
        {
            RubricDigest = verdict.Rubric.Digest,
            Baseline = verdict.Baseline,
            Candidate = verdict.Candidate,
            BaselineRuns = verdict.BaselineRuns,
            CandidateRuns = verdict.CandidateRuns,
            Sessions = verdict.Sessions,
            Look = verdict.Look.Number,
            Outcome = verdict.Outcome,
        };
    }
}
