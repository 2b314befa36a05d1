using Tollgate.Measures.Definitions;
using Tollgate.Measures.Distributions;

namespace Tollgate.Measures.Summaries;

/// <summary>What charts draw of one target.</summary>
/// <param name="ByMeasure">The distribution of each measure that charts draw.</param>
/// <param name="OverTime">The run in equal stretches, oldest first.</param>
internal sealed record TargetCurves(IReadOnlyDictionary<Measure, Curve> ByMeasure, IReadOnlyList<TimeBin> OverTime)
{
    /// <summary>The distribution of a measure; empty where none is drawn.</summary>
    public Curve this[Measure measure] => ByMeasure.GetValueOrDefault(measure) ?? Curve.Empty;

    public static TargetCurves Empty { get; } = new(new Dictionary<Measure, Curve>(), []);
}
