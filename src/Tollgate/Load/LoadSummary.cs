namespace Tollgate.Load;

/// <summary>What a run came to.</summary>
/// <param name="End">Why it was over.</param>
/// <param name="StartedNs">When the load began, on the run's axis.</param>
/// <param name="EndedNs">When the last exchange was over.</param>
/// <param name="Targets">The counts, in the targets' order.</param>
public sealed record LoadSummary(LoadEnd End, long StartedNs, long EndedNs, IReadOnlyList<TargetTotals> Targets)
{
    /// <summary>The totals of every target add up.</summary>
    public bool Valid => Targets.All(target => target.AddUp);

    /// <summary>One sentence for each target whose totals do not add up.</summary>
    public IReadOnlyList<string> Problems =>
    [
        .. Targets.Where(target => !target.AddUp).Select(target =>
            $"The run is not valid: of {target.Issued} exchanges issued to {target.Target}, {target.Completed} "
                + "completed, "
            + $"{target.Failed} failed, {target.Cancelled} were cancelled and {target.InFlight} are in flight, "
            + "which does "
            + "not add up."),
    ];
}
