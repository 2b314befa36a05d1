using Tollgate.Statistics;

namespace Tollgate.Gate.Power;

/// <summary>How often the rule came to each verdict on candidates of one kind.</summary>
/// <param name="Scenario">The kind, as documents spell it: <c>equal</c>, <c>badly_worse:tool_arguments</c> ...</param>
/// <param name="Words">The same in words.</param>
/// <param name="Sessions">Pairs of sessions, all looks together.</param>
/// <param name="Trials">How many candidates were simulated.</param>
/// <param name="Adopted">Of them, how many were adopted.</param>
/// <param name="Rejected">Of them, how many were rejected.</param>
internal sealed record PowerRate(
    string Scenario, string Words, int Sessions, int Trials, int Adopted, int Rejected)
{
    /// <summary>The share that was adopted, with Wilson's interval of 95%.</summary>
    public Estimate AdoptRate => Proportions.Wilson(Adopted, Trials);

    /// <summary>The share that was rejected, with Wilson's interval of 95%.</summary>
    public Estimate RejectRate => Proportions.Wilson(Rejected, Trials);

    /// <summary>How many scripts the pairs are of.</summary>
    public int Scripts { get; init; }

    /// <summary>The mean number of pairs that it took; fewer than planned where looks end early.</summary>
    public double MeanSessions { get; init; }
}
