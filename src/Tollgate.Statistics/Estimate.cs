namespace Tollgate.Statistics;

/// <summary>A number drawn from samples, with its interval.</summary>
/// <param name="Value">The estimate, in the unit of the samples.</param>
/// <param name="Interval">Where the true value lies.</param>
public readonly record struct Estimate(double Value, Interval Interval);
