using Tollgate.Suites.Briefs;

namespace Tollgate.Scores.Calls;

/// <summary>What a caller wants to have reached with a wish. All that is given must hold.</summary>
/// <param name="Name">The wish's name.</param>
internal sealed record Goal(string Name)
{
    /// <summary>The call was handed over to this agent.</summary>
    public string? HandedOverTo { get; init; }

    /// <summary>The agent told, and the caller heard, each of these values.</summary>
    public IReadOnlyList<CallerFact> Told { get; init; } = [];

    /// <summary>Records that there must be.</summary>
    public IReadOnlyList<ExpectedRecord> Records { get; init; } = [];
}
