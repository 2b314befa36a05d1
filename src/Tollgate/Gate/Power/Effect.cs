using Tollgate.Figures;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Power;

/// <summary>By how much a simulated candidate is better than its baseline in one figure.</summary>
/// <param name="Gain">Above zero it is better, below zero worse; in the terms of a margin.</param>
/// <param name="Relative">It is a share of the baseline's value.</param>
internal readonly record struct Effect(double Gain, bool Relative)
{
    public static Effect None => default;

    public static Effect Better(Margin margin) => new(margin.Amount, margin.Relative);

    public static Effect Worse(Margin margin) => new(-margin.Amount, margin.Relative);

    /// <summary>What the baseline's value becomes; a share stays within 0 and 1.</summary>
    public double Apply(Criterion criterion, double value)
    {
        var change = Relative ? Gain * Math.Abs(value) : Gain;
        var changed = criterion.Better == BetterWhen.Higher ? value + change : value - change;
        return criterion.Figure.Kind == FigureKind.Share ? Math.Clamp(changed, 0, 1) : changed;
    }
}
