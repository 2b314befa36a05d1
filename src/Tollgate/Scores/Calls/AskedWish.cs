using Tollgate.Suites.Briefs;
using Tollgate.Suites.Tools;

namespace Tollgate.Scores.Calls;

/// <summary>A wish that the caller brought up, and what it asked of the model in this call.</summary>
/// <param name="Wish">The wish.</param>
/// <param name="Turn">The turn in which it was brought up first.</param>
/// <param name="Calls">The handoffs on the way to an agent that can meet it, then the calls with an effect.</param>
internal sealed record AskedWish(Wish Wish, int Turn, IReadOnlyList<ExpectedCall> Calls)
{
    public string Name => Wish.Name;

    /// <summary>
    /// What the caller asked for is not there: what the agent says to it is a trial. What is wrong with a wish that can
    /// be met after all is its key alone.
    /// </summary>
    public bool IsMissing => Wish is { Missing: not null, Does.Count: 0, Tells.Count: 0 };
}
