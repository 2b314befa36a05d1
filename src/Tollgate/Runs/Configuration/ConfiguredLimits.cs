namespace Tollgate.Runs.Configuration;

/// <summary>What goodput was held against; null for what was not limited.</summary>
internal sealed record ConfiguredLimits(TimeSpan? FirstToken, TimeSpan? Gap, TimeSpan? Task);
