using Tollgate.Measures.Summaries;
using Tollgate.Statistics;

namespace Tollgate.Advice;

/// <summary>A target with the figure that a workload ranks by; less is better.</summary>
/// <param name="Measures">The target's numbers.</param>
/// <param name="Figure">The figure with its interval, in milliseconds.</param>
/// <param name="Text">The figure as a person reads it.</param>
internal sealed record Candidate(TargetMeasures Measures, Estimate Figure, string Text)
{
    public string Name => Measures.Target.Name;

    public string NameAndText => $"{Name} ({Text})";
}
