using Tollgate.Acts.Slots;
using Tollgate.Language.Facts;

namespace Tollgate.Acts;

/// <summary>One act of an agent's turn.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Sentence">The words that do it, as they were heard.</param>
internal sealed record AgentAct(ActKind Kind, string Sentence)
{
    /// <summary>What it asks for or reads back; null for acts without a slot.</summary>
    public SlotKind? Slot { get; init; }

    /// <summary>
    /// The slot's name in the suite's own words, such as <c>invoice_number</c>; null where only the kind is known.
    /// </summary>
    public string? SlotName { get; init; }

    /// <summary>It stands in a question.</summary>
    public bool Asks { get; init; }

    /// <summary>The whole sentence that the words stand in, with its commas.</summary>
    public string Whole { get; init; } = Sentence;

    /// <summary>The values in its words: what is read back, offered or told.</summary>
    internal IReadOnlyList<Fact> Values { get; init; } = [];
}
