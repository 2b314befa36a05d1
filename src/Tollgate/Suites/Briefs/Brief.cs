using Tollgate.Suites.Tools;

namespace Tollgate.Suites.Briefs;

/// <summary>
/// What a simulated caller knows and wants. There is no line in it that answers something which was perhaps never said:
/// what the caller says comes from what the agent says and from this.
/// </summary>
public sealed record Brief
{
    /// <summary>The caller's own facts by slot: name, telephone, date of birth ...</summary>
    public IReadOnlyDictionary<string, CallerFact> Facts { get; init; } = new Dictionary<string, CallerFact>();

    /// <summary>What is wanted, in the order in which it is brought up. Not empty.</summary>
    public required IReadOnlyList<Wish> Wishes { get; init; }

    /// <summary>
    /// Questions and remarks that stand for themselves; each is said once, between wishes, if at all.
    /// </summary>
    public IReadOnlyList<string> Asides { get; init; } = [];

    /// <summary>How the caller talks.</summary>
    public Temper Temper { get; init; }

    /// <summary>
    /// After so many heard words of a long reply the caller breaks in, once for each; 1 or more.
    /// </summary>
    public IReadOnlyList<int> Interrupts { get; init; } = [];

    /// <summary>
    /// How turns are cut up on their way to the agent, each once: where a value is given, or at the beginning where the
    /// caller trails off.
    /// </summary>
    public IReadOnlyList<Cut> Cuts { get; init; } = [];

    /// <summary>What the caller murmurs during long replies; null for nothing.</summary>
    public string? Backchannel { get; init; }

    /// <summary>What befalls the tools, from the beginning of the call.</summary>
    public IReadOnlyList<ToolFault> Faults { get; init; } = [];
}
