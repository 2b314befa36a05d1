using Tollgate.Suites.Tools;
using Tollgate.Unicode;

namespace Tollgate.Suites.Briefs;

/// <summary>
/// Something that a caller wants from the call: to have something done, to be told something, to be put through.
/// </summary>
public sealed record Wish
{
    /// <summary>Unique in the brief: the wish's name in the suite.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about, in one sentence for a person.</summary>
    public string About { get; init; } = "";

    /// <summary>The agents that can meet it; empty for any. Elsewhere the call must be handed over.</summary>
    public IReadOnlyList<string> Agents { get; init; } = [];

    /// <summary>The caller's words to begin with.</summary>
    public required string Opens { get; init; }

    /// <summary>A short reminder where the agent passed it over: "It's about my haircut on Friday."</summary>
    public required string Again { get; init; }

    /// <summary>What an agent may ask about it, by slot; they come before the caller's own facts.</summary>
    public IReadOnlyDictionary<string, CallerFact> Facts { get; init; } = new Dictionary<string, CallerFact>();

    /// <summary>What the caller also takes, by slot; nothing but his own value for a slot that is not here.</summary>
    public IReadOnlyDictionary<string, Acceptance> Accepts { get; init; } = new Dictionary<string, Acceptance>();

    /// <summary>The caller changes his mind; null for never.</summary>
    public ChangeOfMind? Change { get; init; }

    /// <summary>
    /// The calls with an effect that must come of it, as the caller wants it in the end; empty where it is a question.
    /// </summary>
    public IReadOnlyList<ExpectedCall> Does { get; init; } = [];

    /// <summary>
    /// The calls by which an agent finds what it needs. They only read; how a model finds it is its own business.
    /// </summary>
    public IReadOnlyList<ExpectedCall> LooksUp { get; init; } = [];

    /// <summary>
    /// What the agent must have told, as records hold it: an amount, a day, a status. Empty for nothing.
    /// </summary>
    public IReadOnlyList<CallerFact> Tells { get; init; } = [];

    /// <summary>What the caller asks for and what is not there; null where it is there.</summary>
    public MissingRecord? Missing { get; init; }

    /// <summary>The agent to whom the call must be handed over for it; null for none beyond <see cref="Agents"/>.</summary>
    public string? HandsOverTo { get; init; }

    /// <summary>
    /// The right answers to the suite's post-call questions where the call goes as this wish wants it.
    /// </summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The value of a call's argument that the caller settled on; null where the argument is no fact of the wish, or
    /// nothing was settled.
    /// </summary>
    /// <param name="argument">The argument as the wish has it at first.</param>
    /// <param name="settled">What was settled on, by the wish's name, a dot, and the slot.</param>
    internal JsonElement? SettledOn(JsonElement argument, IReadOnlyDictionary<string, string> settled) =>
        Facts.Values.FirstOrDefault(fact => fact.Is(argument)) is not { } fact
            || !settled.TryGetValue($"{Name}.{fact.Slot}", out var value) ? null
            : argument.ValueKind != JsonValueKind.String && OutsideJson.Parse(value) is { } parsed ? parsed
            : JsonSerializer.SerializeToElement(value);
}
