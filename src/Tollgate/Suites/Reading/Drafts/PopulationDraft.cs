using Tollgate.Input;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>What callers are made of.</summary>
/// <param name="Suite">The suite's agents, tools and tables.</param>
/// <param name="Kinds">The kinds of callers; not empty where the suite was read without errors.</param>
/// <param name="Wishes">The wishes; not empty where the suite was read without errors.</param>
/// <param name="Asides">What callers ask beside their wishes.</param>
internal sealed record PopulationDraft(
    ReadContext Suite, IReadOnlyList<CallerKind> Kinds, IReadOnlyList<WishTemplate> Wishes,
    IReadOnlyList<string> Asides)
{
    /// <summary>The suite's draft with a list of errors of its own, for one caller.</summary>
    public ReadContext Fresh() => Suite.For(new YamlContext(Suite.Context.File, "", null));
}
