namespace Tollgate.Figures;

/// <summary>
/// What a figure is usually like in a session, for working out how many sessions it takes where no run shows it. The
/// numbers are those of rehearsals of the shipped suites, rounded.
/// </summary>
/// <param name="Value">The baseline's, in the figure's unit.</param>
/// <param name="PerSession">How many values or trials a session has, in the mean.</param>
internal readonly record struct UsualShape(double Value, double PerSession);
