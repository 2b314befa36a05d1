namespace Tollgate.Runs.Configuration;

/// <summary>How long the phases of an exchange were allowed to take.</summary>
internal sealed record ConfiguredTimeouts(TimeSpan? Connect, TimeSpan? FirstToken, TimeSpan? TokenGap, TimeSpan? Total);
