using Tollgate.Transcripts;

namespace Tollgate.Suites;

/// <summary>What a caller does next.</summary>
/// <param name="Text">What the caller says; empty where the caller hangs up.</param>
/// <param name="Steps">The steps that it says, in the script's order; empty for a clarification.</param>
/// <param name="Ends">The caller hangs up and the session ends so; null while it goes on.</param>
public sealed record CallerLine(string Text, IReadOnlyList<Step> Steps, SessionEnding? Ends)
{
    /// <summary>It stands in no script.</summary>
    public bool IsClarification => Steps.Count == 0 && Ends is null;
}
