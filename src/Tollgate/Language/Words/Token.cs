namespace Tollgate.Language.Words;

/// <summary>A word of a text.</summary>
/// <param name="Word">In lower case, without the punctuation around it.</param>
/// <param name="Capital">It began with a capital letter.</param>
/// <param name="First">It begins a sentence, so that its capital means nothing.</param>
/// <param name="Stop">The punctuation behind it: one of <c>. ! ? ; : , -</c>, or '\0' for none.</param>
internal readonly record struct Token(string Word, bool Capital, bool First, char Stop)
{
    public bool EndsSentence => Stop is '.' or '!' or '?';
}
