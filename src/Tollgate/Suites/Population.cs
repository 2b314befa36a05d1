using Tollgate.Suites.Briefs;

namespace Tollgate.Suites;

/// <summary>
/// Whom the callers of a suite are drawn from: kinds of callers, wishes, asides. A seed draws them.
/// Immutable; safe for concurrent use.
/// </summary>
public sealed class Population
{
    private readonly Func<int, ulong, IEnumerable<SuiteSession?>> draw;

    /// <param name="mix">How the callers differ.</param>
    /// <param name="wishes">The names of the wishes, in the file's order.</param>
    /// <param name="draw">As <see cref="Draw"/>.</param>
    internal Population(
        PopulationMix mix, IReadOnlyList<string> wishes, Func<int, ulong, IEnumerable<SuiteSession?>> draw)
    {
        Mix = mix;
        Wishes = wishes;
        this.draw = draw;
    }

    /// <summary>How the callers differ.</summary>
    public PopulationMix Mix { get; }

    /// <summary>The names of the wishes, in the file's order.</summary>
    public IReadOnlyList<string> Wishes { get; }

    /// <summary>Draws callers one by one; null for a caller who could not be drawn.</summary>
    /// <param name="calls">How many; 0 or more.</param>
    /// <param name="seed">The same seed gives the same callers.</param>
    internal IEnumerable<SuiteSession?> Draw(int calls, ulong seed) => draw(calls, seed);
}
