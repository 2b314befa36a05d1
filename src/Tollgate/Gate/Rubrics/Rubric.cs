namespace Tollgate.Gate.Rubrics;

/// <summary>
/// What will be judged, and how: all of the rule. A candidate is adopted when it wins on <see cref="Wins"/> of the
/// criteria, is shown to lose badly on none, and keeps every absolute limit.
/// </summary>
public sealed record Rubric
{
    /// <summary>The largest seed: beyond it, JSON readers that hold numbers as doubles would round.</summary>
    public const ulong MaxSeed = (1UL << 53) - 1;

    public required string Name { get; init; }

    /// <summary>What it is for, in the team's words.</summary>
    public string About { get; init; } = "";

    /// <summary>What a verdict is about.</summary>
    public RubricClaim Claim { get; init; }

    /// <summary>Of the two-sided interval that shows a win or a kept limit: each error has half of the rest.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Of the two-sided interval that shows that nothing is badly lost.</summary>
    public double LossConfidence { get; init; } = 0.95;

    /// <summary>How many of the criteria must be won.</summary>
    public required int Wins { get; init; }

    /// <summary>With fewer pairs of sessions there is no verdict but inconclusive.</summary>
    public required int MinSessions { get; init; }

    /// <summary>How many pairs of sessions are planned; the last look of a sequential design.</summary>
    public required int PlannedSessions { get; init; }

    /// <summary>
    /// How many scripts are planned: with fewer there is no verdict but inconclusive. 0 where the rubric does not say.
    /// </summary>
    public int PlannedScripts { get; init; }

    public LookDesign InterimLooks { get; init; }

    /// <summary>
    /// After how many pairs the looks are planned, ascending, the last at <see cref="PlannedSessions"/>. InterimLooks at other
    /// sizes are allowed: what they spend goes by the size that they have.
    /// </summary>
    public IReadOnlyList<int> PlannedLooks { get; init; } = [];

    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>The names of the figures that are judged: all that need be read of a run.</summary>
    public IReadOnlySet<string> FigureNames =>
        Criteria.Select(static criterion => criterion.Figure.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Sessions that count on neither side, and why.</summary>
    public IReadOnlyList<LeaveOut> LeaveOut { get; init; } = [];

    /// <summary>The seed of registered runs' first part; null where it follows from the publication.</summary>
    public ulong? Seed { get; init; }

    /// <summary>SHA-256 of the canonical form, in lower-case hexadecimal digits.</summary>
    public string Digest { get; init; } = "";

    /// <summary>SHA-256 of the file's text with LF for line ends: comments and layout count.</summary>
    public string TextDigest { get; init; } = "";

    /// <summary>The canonical form: JSON without spaces, keys in ordinal order, every default filled in.</summary>
    public string Canonical { get; init; } = "";
}
