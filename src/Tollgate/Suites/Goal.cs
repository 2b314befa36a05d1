using Tollgate.Suites.Briefs;
using Tollgate.Values;

namespace Tollgate.Suites;

/// <summary>What a caller wants to have reached. All that is given must hold.</summary>
/// <param name="Name">Unique in the session.</param>
public sealed record Goal(string Name)
{
    /// <summary>A call of this tool was answered without an error.</summary>
    public string? Called { get; init; }

    /// <summary>The call was handed over to this agent.</summary>
    public string? HandedOverTo { get; init; }

    /// <summary>The agent told, and the caller heard, each of these values.</summary>
    public IReadOnlyList<CallerFact> Told { get; init; } = [];

    /// <summary>Records that there must be.</summary>
    public IReadOnlyList<ExpectedRecord> Records { get; init; } = [];

    /// <summary>The agent said, and the caller heard, something that each of these matches.</summary>
    public IReadOnlyList<Pattern> Said { get; init; } = [];
}
