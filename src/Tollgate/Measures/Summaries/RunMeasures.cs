namespace Tollgate.Measures.Summaries;

/// <summary>The numbers of a run.</summary>
/// <param name="Targets">Those of each target, in the plan's order.</param>
/// <param name="Warnings">What stands in the way of believing them: whole sentences.</param>
internal sealed record RunMeasures(IReadOnlyList<TargetMeasures> Targets, IReadOnlyList<string> Warnings)
{
    /// <summary>Every target's totals add up.</summary>
    public bool Valid => Targets.All(target => target.AddsUp);

    /// <summary>What charts draw, by the target's name.</summary>
    public IReadOnlyDictionary<string, TargetCurves> Curves =>
        Targets.ToDictionary(target => target.Target.Name, target => target.Curves);

    /// <summary>The numbers of the target with that name; null where there is none.</summary>
    public TargetMeasures? Find(string name) => Targets.FirstOrDefault(target => target.Target.Name == name);
}
