namespace Tollgate.Scores.Outcomes;

/// <summary>What a score counted: hits or faults or amounts, and out of how many. <c>default</c> counted
/// nothing.</summary>
/// <param name="Sum">Hits, faults, or the sum of what is averaged; not negative.</param>
/// <param name="Count">Trials; 0 where the session had none.</param>
/// <param name="Undecided">
/// Trials among them that the rules cannot tell. They are counted as right; were all of them wrong, a count of faults
/// would be <c>Sum + Undecided</c>.
/// </param>
public readonly record struct ScoreCount(double Sum, double Count, double Undecided = 0)
{
    /// <summary><see cref="Sum"/> over <see cref="Count"/>; null without trials.</summary>
    public double? Value => Count > 0 ? Sum / Count : null;

    public static ScoreCount operator +(ScoreCount a, ScoreCount b) =>
        new(a.Sum + b.Sum, a.Count + b.Count, a.Undecided + b.Undecided);

    /// <summary>One trial.</summary>
    public static ScoreCount Trial(bool hit) => new(hit ? 1 : 0, 1);
}
