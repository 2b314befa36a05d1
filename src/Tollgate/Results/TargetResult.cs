using Tollgate.Measures.Summaries;

namespace Tollgate.Results;

/// <summary>What the runs of a report say of one target.</summary>
/// <param name="Measures">Its numbers, under the name that it has in the report.</param>
internal sealed record TargetResult(TargetMeasures Measures)
{
    /// <summary>What came of its sessions; null where its run is no rehearsal.</summary>
    public RehearsalResult? Rehearsal { get; init; }

    /// <summary>The target's name in the report.</summary>
    public string Name => Measures.Target.Name;
}
