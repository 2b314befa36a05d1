using Tollgate.Gate.Evidence;

namespace Tollgate.Gate.Judging;

/// <summary>Where a verdict stands in the ledger, and what the ledger knows of the runs that it rests on.</summary>
public sealed record VerdictRecord
{
    /// <summary>The ledger's file, as the user named it.</summary>
    public required string Ledger { get; init; }

    /// <summary>The entry that published the rubric.</summary>
    public required LedgerHead Publication { get; init; }

    /// <summary>When that was, by the clock of the machine that published it.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The verdict's own entry: the ledger's head after it was appended.</summary>
    public required LedgerHead Entry { get; init; }

    /// <summary>When it was appended, by the clock of the machine that judged.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The short name of the key that signed it; null where it is not signed.</summary>
    public string? Key { get; init; }

    /// <summary>The entries that registered the runs before they began, by the runs' seals.</summary>
    public IReadOnlyDictionary<string, long> Registered { get; init; } = new Dictionary<string, long>();

    /// <summary>What the team's own numbers were, for each number, side and run.</summary>
    public IReadOnlyList<NumberDigest> Numbers { get; init; } = [];

    /// <summary>How many registered runs under this rubric no verdict names.</summary>
    public int NeverJudged { get; init; }

    /// <summary>How many verdicts on any of these runs other rubrics gave.</summary>
    public int ByOtherRubrics { get; init; }

    /// <summary>How many verdicts on any of these runs had the baseline as the candidate.</summary>
    public int Exchanged { get; init; }
}
