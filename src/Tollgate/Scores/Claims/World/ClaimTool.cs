using System.Text.RegularExpressions;

namespace Tollgate.Scores.Claims.World;

/// <summary>A tool as claims are held against it.</summary>
/// <param name="Description">What it does.</param>
/// <param name="HasEffect">It changes or sends something; the others only read.</param>
/// <param name="Arguments">Its arguments' descriptions, by name.</param>
internal sealed record ClaimTool(string Description, bool HasEffect, IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>A clause that it matches claims that this tool was called; null to go by the tool's words.</summary>
    public Regex? DoneWhen { get; init; }
}
