namespace Tollgate.Gate.Evidence;

/// <summary>What a run, or several of them one after the other, yields for one target.</summary>
internal sealed record SideEvidence
{
    /// <summary>The target's name.</summary>
    public required string Target { get; init; }

    /// <summary>
    /// The names of the runs that it comes from, in the order in which they were given, and their seals: SHA-256 of the
    /// files, in lower-case hexadecimal digits.
    /// </summary>
    public required IReadOnlyList<(string Name, string Seal)> Runs { get; init; }

    /// <summary>
    /// In order of run and number. With several runs, ids are made unique by the run's place, the same for both sides.
    /// </summary>
    public required IReadOnlyList<SessionEvidence> Sessions { get; init; }

    /// <summary>The names of everything that the runs hold, whether a session has any of it or not.</summary>
    public required IReadOnlySet<string> Figures { get; init; }

    /// <summary>What the team's own numbers were, for each number and run; none where it brought none.</summary>
    public IReadOnlyList<NumberDigest> Numbers { get; init; } = [];

    /// <summary>ISO 4217; null where the target has no price.</summary>
    public string? Currency { get; init; }
}
