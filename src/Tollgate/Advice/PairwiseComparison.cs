using Tollgate.Measures.Summaries;

namespace Tollgate.Advice;

/// <summary>
/// Targets by one figure, the best first. Those whose interval overlaps the best one's are not told apart from it: of
/// them, the workload's second thoughts choose.
/// </summary>
internal sealed class PairwiseComparison
{
    private PairwiseComparison(Candidate winner, IReadOnlyList<Candidate> equals, IReadOnlyList<Candidate> rest)
    {
        Winner = winner;
        Equals = equals;
        Rest = rest;
    }

    public Candidate Winner { get; }

    /// <summary>The others that the figure does not tell apart from the best.</summary>
    public new IReadOnlyList<Candidate> Equals { get; }

    /// <summary>Those that are worse for certain, the best of them first.</summary>
    public IReadOnlyList<Candidate> Rest { get; }

    public bool Shown => Equals.Count == 0 && Rest.Count > 0;

    public IReadOnlyList<string> EqualNames => [.. Equals.Select(contender => contender.Name)];

    /// <param name="targets">Who takes part.</param>
    /// <param name="figure">The figure; null for a target that has none.</param>
    /// <param name="secondThoughts">What ranks those that the figure does not tell apart; less is better.</param>
    public static PairwiseComparison? Hold(
        IEnumerable<TargetMeasures> targets, Func<TargetMeasures, Candidate?> figure,
        params Func<TargetMeasures, double>[] secondThoughts)
    {
        var ranked = targets.Select(figure).OfType<Candidate>().OrderBy(contender => contender.Figure.Value).ToList();
        if (ranked.Count == 0)
        {
            return null;
        }

        var best = ranked[0];
        var close = ranked.Where(contender => contender.Figure.Interval.Overlaps(best.Figure.Interval));
        var ordered = close.OrderBy(contender => secondThoughts.Length > 0 ? secondThoughts[0](contender.Measures) : 0);
        foreach (var thought in secondThoughts.Skip(1))
        {
            ordered = ordered.ThenBy(contender => thought(contender.Measures));
        }

        var equals = ordered.ThenBy(contender => contender.Figure.Value).ToList();
        return new PairwiseComparison(equals[0], equals[1..], [.. ranked.Except(equals)]);
    }

    /// <summary>How the winner stands to the others, as a sentence; empty where it is alone.</summary>
    public string Standing()
    {
        if (Equals.Count > 0)
        {
            return $" No difference shown from {string.Join(", ", Equals.Take(3).Select(other => other.NameAndText))}{
                (Equals.Count > 3 ? $" and {Equals.Count - 3} more" : "")}.";
        }

        return Rest.Count > 0 ? $" Next comes {Rest[0].NameAndText}." : "";
    }
}
