using Tollgate.Language.Words;

namespace Tollgate.Acts.Phrasing;

/// <summary>A part of a turn that does one thing: a sentence, or a clause of one.</summary>
/// <param name="Tokens">The turn's tokens.</param>
/// <param name="Start">Its first token.</param>
/// <param name="End">Behind its last token.</param>
/// <param name="Words">Its words in lower case with single spaces, without the "okay" and "so" before them.</param>
/// <param name="Sentence">Which sentence of the turn it stands in.</param>
/// <param name="Asks">It is a question by its mark or by its form.</param>
/// <param name="Opens">It is the first of its sentence.</param>
/// <param name="Lead">The "or", "and" or "if" that it began with, or "".</param>
internal sealed record Phrase(
    List<Token> Tokens, int Start, int End, string Words, int Sentence, bool Asks, bool Opens, string Lead)
{
    public int Count => End - Start;

    /// <summary>Who is to do what, by its grammar.</summary>
    public Frame Frame { get; } = Frame.Of(Words);
}
