namespace Tollgate.Plans;

/// <summary>
/// What a plan may use of this machine. A plan may be somebody else's: on its own it gets no variable and no file to
/// send elsewhere.
/// </summary>
/// <param name="Variables">
/// Variables that may go to any host. Others go to this machine's own addresses, and keys to their provider's own
/// hosts (as the wires know them).
/// </param>
/// <param name="AnyFile">Prompts and traces may be any files, not just those in the plan's own folder.</param>
internal sealed record PlanAllowances(IReadOnlySet<string> Variables, bool AnyFile)
{
    /// <summary>Nothing but what every plan may.</summary>
    public static PlanAllowances None { get; } = new(new HashSet<string>(), false);
}
