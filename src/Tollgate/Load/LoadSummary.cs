namespace Tollgate.Load;

/// <summary>What a run came to.</summary>
/// <param name="End">Why it was over.</param>
/// <param name="StartedNs">When the load began, on the run's axis.</param>
/// <param name="EndedNs">When the last exchange was over.</param>
/// <param name="Targets">The counts, in the targets' order.</param>
internal sealed record LoadSummary(LoadEnd End, long StartedNs, long EndedNs, IReadOnlyList<TargetTotals> Targets)
{
    /// <summary>
    /// What of this program itself failed on the way, as one sentence; null where nothing did.
    /// </summary>
    public string? Fault { get; init; }

    /// <summary>The totals of every target add up, and nothing of this program failed.</summary>
    public bool Valid => Fault is null && Targets.All(target => target.AddUp);

    /// <summary>One sentence for the fault, and one for each target whose totals do not add up.</summary>
    public IReadOnlyList<string> Problems =>
    [
        .. Fault is { } fault ? [fault] : Array.Empty<string>(),
        .. Targets.Where(target => !target.AddUp).Select(target =>
            $"The run is not valid: of {target.Issued} exchanges issued to {target.Target}, {target.Completed} "
                + "completed, "
            + $"{target.Failed} failed, {target.Cancelled} were cancelled and {target.InFlight} are in flight, "
            + "which does "
            + "not add up."),
    ];
}
