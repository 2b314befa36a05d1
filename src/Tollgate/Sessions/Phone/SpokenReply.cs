using Tollgate.Suites;

namespace Tollgate.Sessions.Phone;

/// <summary>How long it takes to say something.</summary>
internal static class SpokenReply
{
    /// <summary>A run of so many characters without a space is taken for a word.</summary>
    private const int MaxWordLength = 40;

    /// <summary>Nanoseconds that a plain word takes.</summary>
    public static double WordNs(Voice voice) => 60e9 / voice.WordsPerMinute;

    /// <summary>Nanoseconds that a text takes.</summary>
    public static long LengthNs(string text, Voice voice)
    {
        var beats = 0;
        for (var at = 0; Next(text, at, whole: true) is { } word; at = word.End)
        {
            beats += word.Beats;
        }

        return (long)Math.Round(beats * WordNs(voice));
    }

    /// <summary>The words of a text, in order.</summary>
    public static List<SpokenWord> Words(string text)
    {
        var words = new List<SpokenWord>();
        for (var at = 0; Next(text, at, whole: true) is { } word; at = word.End)
        {
            words.Add(word);
        }

        return words;
    }

    /// <summary>The next word from a place on; null where there is none.</summary>
    /// <param name="text">The text so far.</param>
    /// <param name="from">The place.</param>
    /// <param name="whole">Nothing follows the text: its last word is a whole one.</param>
    public static SpokenWord? Next(ReadOnlySpan<char> text, int from, bool whole)
    {
        var start = from;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && end - start < MaxWordLength)
        {
            end++;
        }

        return end == start || (end == text.Length && !whole)
            ? null
            : new SpokenWord(start, end, BeatsOf(text[start..end]));
    }

    /// <summary>A synthesiser could start where this word ends.</summary>
    public static bool EndsClause(ReadOnlySpan<char> word) =>
        word.TrimEnd("\"'”’)]*") is [.., '.' or ',' or ';' or ':' or '!' or '?' or '—' or '…'];

    // Two digits are one word ("forty-two"), up to four are two ("twenty twenty-six"); more are read one by one. What
    // has neither letter nor digit is silent.
    private static int BeatsOf(ReadOnlySpan<char> word)
    {
        var digits = 0;
        var letters = false;
        foreach (var character in word)
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
            letters |= char.IsLetter(character);
        }

        return digits switch
        {
            0 => letters ? 1 : 0,
            <= 2 => 1,
            <= 4 => 2,
            _ => digits,
        };
    }
}
