using Tollgate.Advice;
using Tollgate.Exchanges;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Reports.Json;

/// <summary>Which target for a workload, and why.</summary>
/// <param name="Workload"><c>voice_agent</c>, <c>chat</c> or <c>long_job</c>.</param>
/// <param name="Target">The target's name.</param>
/// <param name="Shown">The data show it to be better than every other.</param>
/// <param name="NotDistinguished">Those that are as good as far as the data show.</param>
/// <param name="Sentence">For a person.</param>
internal sealed record RecommendationDocument(
    string Workload, string? Target, bool Shown, IReadOnlyList<string> NotDistinguished, string Sentence);
