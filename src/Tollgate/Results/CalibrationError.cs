namespace Tollgate.Results;

/// <summary>Quantiles of the absolute error, in milliseconds; null where the samples are too few.</summary>
internal sealed record CalibrationError(double? P50, double? P99);
