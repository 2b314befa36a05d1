namespace Tollgate.Language.Facts;

/// <summary>A fact that a text states, in a form that two ways of saying it share.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its form: see the rule that finds it.</param>
/// <param name="Start">Its first token.</param>
/// <param name="End">Behind its last token.</param>
internal readonly record struct Fact(FactKind Kind, string Value, int Start, int End);
