namespace Tollgate.Transcripts;

/// <summary>A fault that a simulated model was told to make.</summary>
/// <param name="Turn">Where.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="What">What was done, for a person.</param>
public sealed record PlannedFault(int Turn, string Kind, string What);
