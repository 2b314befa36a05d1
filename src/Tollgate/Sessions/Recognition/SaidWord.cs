namespace Tollgate.Sessions.Recognition;

/// <summary>One word of an utterance, with the writing around it.</summary>
/// <param name="Before">Everything since the word before it: spaces, opening quotes.</param>
/// <param name="Written">The word as the suite writes it.</param>
/// <param name="After">The punctuation that follows without a space.</param>
/// <param name="Key">The word in lower case, letters and digits only.</param>
/// <param name="Class">What kind of word it is.</param>
/// <param name="IsEntity">Whether it carries the meaning.</param>
/// <param name="IsNamed">Whether it is a letter that "as in Mary" makes plain.</param>
internal readonly record struct SaidWord(
    string Before, string Written, string After, string Key, WordClass Class, bool IsEntity, bool IsNamed);
