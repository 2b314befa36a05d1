namespace Tollgate.Language;

/// <summary>A part of a sentence that states, asks or denies for itself.</summary>
/// <param name="Start">Its first token.</param>
/// <param name="End">Behind its last token.</param>
/// <param name="Words">Its words in lower case with single spaces; punctuation is gone.</param>
/// <param name="Mood">What it does with the facts in it.</param>
/// <param name="Tagged">A question behind it in the same sentence asks whether it is so: "is that you?".</param>
internal readonly record struct Clause(int Start, int End, string Words, Mood Mood, bool Tagged);
