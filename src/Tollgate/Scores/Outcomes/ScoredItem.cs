using Tollgate.Language.Facts;

namespace Tollgate.Scores.Outcomes;

/// <summary>Something that was scored, and where in the transcript.</summary>
/// <param name="Score">Whose trial it is: one of the catalog's.</param>
/// <param name="Right">Whether it is as it should be; null where it is not counted.</param>
/// <param name="Turn">Its turn; 0 for the session as a whole.</param>
/// <param name="Reason">One sentence.</param>
public sealed record ScoredItem(string Score, bool? Right, int Turn, string Reason)
{
    /// <summary>Where it stands in the transcript's entries; null for none.</summary>
    public int? Entry { get; init; }

    /// <summary>What was found.</summary>
    public string Found { get; init; } = "";

    /// <summary>What was expected.</summary>
    public string Expected { get; init; } = "";

    /// <summary>For a fact that stands nowhere, what it is.</summary>
    public FactKind? Fact { get; init; }
}
