namespace Tollgate.Measures;

/// <summary>What charts draw of one target.</summary>
/// <param name="FirstTokenMs">As <see cref="TargetMeasures.FirstTokenMs"/>.</param>
/// <param name="TokensPerSecond">As <see cref="TargetMeasures.TokensPerSecond"/>.</param>
/// <param name="TaskMs">As <see cref="TargetMeasures.TaskMs"/>.</param>
/// <param name="OverTime">The run in equal stretches, oldest first.</param>
public sealed record TargetCurves(
    Curve FirstTokenMs, Curve TokensPerSecond, Curve TaskMs, IReadOnlyList<TimeBin> OverTime)
{
    public static TargetCurves Empty { get; } = new(Curve.Empty, Curve.Empty, Curve.Empty, []);
}
