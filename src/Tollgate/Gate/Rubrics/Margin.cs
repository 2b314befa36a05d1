namespace Tollgate.Gate.Rubrics;

/// <summary>How much is a win, or a bad loss.</summary>
/// <param name="Amount">0 or more: in the figure's own unit, or a share of the baseline's value.</param>
/// <param name="Relative">It is a share of the baseline's value: 0.1 for "10%".</param>
public readonly record struct Margin(double Amount, bool Relative);
