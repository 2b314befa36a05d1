namespace Tollgate.Runs.Configuration;

/// <summary>A model that ruled on what the scores could not judge, without being rehearsed.</summary>
internal sealed record ConfiguredModel(string? Model, string? Wire, string? Host);
