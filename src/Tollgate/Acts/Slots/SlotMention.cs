namespace Tollgate.Acts.Slots;

/// <summary>A slot that a text names.</summary>
/// <param name="Start">Its first token.</param>
/// <param name="End">Behind its last token.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Name">The suite's name for it; null where only the kind is known.</param>
internal readonly record struct SlotMention(int Start, int End, SlotKind Kind, string? Name);
