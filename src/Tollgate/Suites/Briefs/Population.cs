using Tollgate.Suites.Reading;

namespace Tollgate.Suites.Briefs;

/// <summary>
/// Whom the callers of a suite are drawn from: kinds of callers, wishes, asides. <see cref="BriefDrawer"/> draws them.
/// Immutable; safe for concurrent use.
/// </summary>
public sealed class Population
{
    internal Population(PopulationMix mix, PopulationDraft draft)
    {
        Mix = mix;
        Draft = draft;
    }

    /// <summary>How the callers differ.</summary>
    public PopulationMix Mix { get; }

    /// <summary>The names of the wishes, in the file's order.</summary>
    public IReadOnlyList<string> Wishes => [.. Draft.Wishes.Select(wish => wish.Name)];

    /// <summary>What callers are made of.</summary>
    internal PopulationDraft Draft { get; }
}
