namespace Tollgate.CallsBench;

/// <summary>A tool as the model was told of it, and whether it changes anything.</summary>
/// <param name="Description">What it does.</param>
/// <param name="HasEffect">It changes records; the others only read.</param>
/// <param name="Arguments">Its arguments' descriptions, by name.</param>
internal sealed record WorldTool(string Description, bool HasEffect, IReadOnlyDictionary<string, string> Arguments);
