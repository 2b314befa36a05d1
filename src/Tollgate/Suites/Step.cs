using Tollgate.Values;

namespace Tollgate.Suites;

/// <summary>
/// Something that the caller says, when it is said, and what a model that behaves does upon it: calls
/// <see cref="Expect"/>, then says something like <see cref="Reply"/>.
/// </summary>
public sealed record Step
{
    /// <summary>Unique in the session; the file's, or its number from 1.</summary>
    public required string Id { get; init; }

    /// <summary>What the caller says.</summary>
    public required string Say { get; init; }

    /// <summary>
    /// The words in it that carry the meaning: names, codes, dates. Each is a part of <see cref="Say"/>.
    /// </summary>
    public IReadOnlyList<string> Entities { get; init; } = [];

    /// <summary>
    /// Said once the agent's last words match one of these: the agent asked for it. Empty where the caller says it
    /// unasked, as soon as the steps before it allow.
    /// </summary>
    public IReadOnlyList<Pattern> Asked { get; init; } = [];

    /// <summary>Not said before a call of this tool was answered; null for no such condition.</summary>
    public string? AfterCall { get; init; }

    /// <summary>Not said before this agent has the call; null for no such condition.</summary>
    public string? AfterHandoffTo { get; init; }

    /// <summary>Said only if the agent needs it: a call that goes well may end without it.</summary>
    public bool Optional { get; init; }

    /// <summary>How often it may be said; 1 or more. What is asked again is answered again.</summary>
    public int Times { get; init; } = 1;

    /// <summary>What is said from the second time on; null for the same.</summary>
    public string? Again { get; init; }

    /// <summary>The caller speaks into the reply to what was said before; null for waiting until it is over.</summary>
    public BargeIn? BargeIn { get; init; }

    /// <summary>The caller says a word of agreement during the reply to this step, which must not stop it.</summary>
    public Backchannel? Backchannel { get; init; }

    /// <summary>How the words are cut up on their way to the agent; null for whole.</summary>
    public Cut? Cut { get; init; }

    /// <summary>What befalls the tools from here on.</summary>
    public IReadOnlyList<ToolFault> Faults { get; init; } = [];

    /// <summary>The calls that a model that behaves makes upon it, a transfer among them.</summary>
    public IReadOnlyList<ExpectedCall> Expect { get; init; } = [];

    /// <summary>
    /// The name of a missing record that this step asks for: what the agent says to it is a trial. Null for none.
    /// </summary>
    public string? Missing { get; init; }

    /// <summary>What a model that behaves says before its calls; empty for nothing.</summary>
    public string Before { get; init; } = "";

    /// <summary>
    /// What a model that behaves says in the end. Simulated models say it; it is compared with nothing.
    /// </summary>
    public required string Reply { get; init; }

    /// <summary>Where it stands in the suite's file.</summary>
    public int Line { get; init; }
}
