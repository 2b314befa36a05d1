namespace Tollgate.Reports;

/// <summary>Quantiles of the absolute error, in milliseconds; null where the samples are too few.</summary>
public sealed record CalibrationErrorDocument(double? P50, double? P99);
