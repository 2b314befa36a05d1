namespace Tollgate.Advice;

/// <summary>Which target for a workload, and why.</summary>
/// <param name="Workload">What for.</param>
/// <param name="Target">The target's name; null where there is none to recommend.</param>
/// <param name="Shown">
/// The data show it to be better than every other target; else some are as good as far as one can see.
/// </param>
/// <param name="NotDistinguished">The names of those.</param>
/// <param name="Sentence">The recommendation, its reason and its figures, for a person.</param>
internal sealed record Recommendation(
    Workload Workload, string? Target, bool Shown, IReadOnlyList<string> NotDistinguished, string Sentence);
