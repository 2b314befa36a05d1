using Tollgate.Advice;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Reports.Json.Verdicts;

/// <summary>
/// The JSON document of a verdict. Figures are in the unit that stands beside them; a bound that is not there is null.
/// </summary>
internal sealed record VerdictDocument
{
    /// <summary>The version of this shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary><c>adopt</c>, <c>reject</c> or <c>inconclusive</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>The verdict in one sentence.</summary>
    public required string Summary { get; init; }

    public required VerdictRubricDocument Rubric { get; init; }

    public required VerdictSideDocument Baseline { get; init; }

    public required VerdictSideDocument Candidate { get; init; }

    /// <summary>Pairs that the evidence rests on.</summary>
    public int Sessions { get; init; }

    /// <summary><c>calls_like_these</c> or <c>these_scripts</c>.</summary>
    public required string Claim { get; init; }

    /// <summary>Scripts that the pairs are of; tasks, where the runs are no rehearsals.</summary>
    public int Scripts { get; init; }

    /// <summary>How often each script was played: the least and the most.</summary>
    public required IReadOnlyList<int> Repeats { get; init; }

    /// <summary>What a pair is of: <c>session</c> or <c>task</c>.</summary>
    public required string PairsOf { get; init; }

    /// <summary>Criteria that were won.</summary>
    public int Wins { get; init; }

    /// <summary>Criteria that must be won.</summary>
    public int WinsNeeded { get; init; }

    public required VerdictLookDocument Look { get; init; }

    /// <summary>A row a criterion, in the rubric's order.</summary>
    public required IReadOnlyList<VerdictRowDocument> Rows { get; init; }

    /// <summary>Whole sentences, the weightiest first.</summary>
    public required IReadOnlyList<string> Why { get; init; }

    /// <summary>What to bear in mind: whole sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>
    /// So many pairs more would probably settle it; null where it is settled or none within reach would.
    /// </summary>
    public int? MoreSessions { get; init; }

    /// <summary>Of how many further scripts those are to be; 0 for repeats of the same ones.</summary>
    public int? MoreScripts { get; init; }

    /// <summary>Where it stands in the ledger; null while it was not appended to one.</summary>
    public VerdictRecordDocument? Record { get; init; }

    /// <summary>How failures count on both sides: whole sentences.</summary>
    public required IReadOnlyList<string> Conventions { get; init; }

    public static VerdictDocument Of(Verdict verdict) => new()
    {
        Verdict = SnakeCase.Of(verdict.Outcome),
        Summary = verdict.Summary,
        Rubric = new VerdictRubricDocument(verdict.Rubric.Name, verdict.Rubric.Digest),
        Baseline = VerdictSideDocument.Of(verdict.Baseline, verdict.BaselineRuns, verdict.Record),
        Candidate = VerdictSideDocument.Of(verdict.Candidate, verdict.CandidateRuns, verdict.Record),
        Sessions = verdict.Sessions,
        PairsOf = verdict.Unit,
        Wins = verdict.Wins,
        WinsNeeded = verdict.Rubric.Wins,
        Look = VerdictLookDocument.Of(verdict.Look),
        Rows = [.. verdict.Rows.Select(row => VerdictRowDocument.Of(row, verdict.Currency))],
        Why = verdict.Why,
        Warnings = verdict.Warnings,
        Claim = SnakeCase.Of(verdict.Rubric.Claim),
        Scripts = verdict.Scripts.Scripts,
        Repeats = [verdict.Scripts.MinRepeats, verdict.Scripts.MaxRepeats],
        MoreSessions = verdict.More?.Pairs,
        MoreScripts = verdict.More?.Scripts,
        Record = VerdictRecordDocument.Of(verdict.Record),
        Conventions = verdict.FailureRules,
    };

    /// <summary>As indented JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, VerdictJson.Default.VerdictDocument);

    /// <summary>Back from JSON; throws <see cref="JsonException"/> where it is none of these.</summary>
    public static VerdictDocument FromJson(string json) =>
        JsonSerializer.Deserialize(json, VerdictJson.Default.VerdictDocument)
            ?? throw new JsonException("The document is null.");
}
