using System.Buffers;

namespace Tollgate.Language.Words;

/// <summary>Splits a text into words, as a person would read them out.</summary>
internal static class Tokens
{
    /// <summary>What is beyond is not read: nobody listens that long to one reply.</summary>
    public const int MaxCharacters = 32_768;

    // What Plain writes otherwise.
    private static readonly SearchValues<char> Typographic = SearchValues.Create(
        "\u2018\u2019\u02BC\u201C\u201D*_\u00AB\u00BB\"\u2010\u2011\u2013\u2212\u2014\u2015\u2026");

    private static readonly HashSet<string> Titles =
        ["dr", "mr", "mrs", "ms", "st", "prof", "no", "ext", "apt", "jr", "sr", "vs"];

    public static List<Token> Of(string text)
    {
        var plain = Plain(text.Length > MaxCharacters ? text[..MaxCharacters] : text);
        var tokens = new List<Token>(plain.Length / 5);
        var first = true;
        var at = 0;
        while (at < plain.Length)
        {
            while (at < plain.Length && char.IsWhiteSpace(plain[at]))
            {
                at++;
            }

            var end = EndOf(plain, at);

            if (end > at)
            {
                var capitalNext = NextIsCapital(plain, end);
                Add(plain.AsSpan(at, end - at), capitalNext, tokens, ref first);
            }

            at = end;
        }

        return tokens;
    }

    // Up to the next space, or to a stop that nobody put a space behind: "Common.Rent is".
    private static int EndOf(string text, int start)
    {
        var end = start;
        var whole = false;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            whole |= text[end] is '@' or '/' or '\\';
            end++;
        }

        for (var i = start + 1; !whole && i < end - 1; i++)
        {
            if (PartsWords(text, start, i, end))
            {
                return i + 1;
            }
        }

        return end;
    }

    private static bool PartsWords(string text, int start, int i, int end)
    {
        var (before, next) = (text[i - 1], text[i + 1]);
        return text[i] switch
        {
            '?' or '!' => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(next),
            ',' or ';' or ':' => char.IsLetterOrDigit(before) && char.IsLetter(next),

            // A domain goes on in small letters, an abbreviation has one letter before each stop.
            '.' => i - start > 1 && (char.IsLower(before) || char.IsDigit(before) || before == ')')
                && ((char.IsUpper(next) && i + 2 < end && (char.IsLower(text[i + 2]) || text[i + 2] == '\''))
                    || (char.IsDigit(next) && i - start > 2 && char.IsLower(before) && char.IsLower(text[i - 2]))),
            _ => false,
        };
    }

    private static bool NextIsCapital(string text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at >= text.Length || char.IsUpper(text[at]);
    }

    // Typographic signs to plain ones; a long dash stands alone, so that it parts what is around it.
    private static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAny(Typographic))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\u2018' or '\u2019' or '\u02BC':
                    plain.Append('\'');
                    break;
                case '\u201C' or '\u201D' or '*' or '_' or '\u00AB' or '\u00BB':
                    plain.Append(' ');
                    break;
                case '"' when plain.Length > 1 && char.ToLowerInvariant(plain[^1]) == 'o' && plain[^2] == ' ':
                    // o"clock
                    plain.Append('\'');
                    break;
                case '\u2010' or '\u2011' or '\u2013' or '\u2212':
                    plain.Append('-');
                    break;
                case '\u2014' or '\u2015':
                    plain.Append(" - ");
                    break;
                case '\u2026':
                    plain.Append(". ");
                    break;
                default:
                    plain.Append(c);
                    break;
            }
        }

        return plain.ToString();
    }

    private static void Add(ReadOnlySpan<char> chunk, bool capitalNext, List<Token> tokens, ref bool first)
    {
        var opened = chunk.TrimStart("\"'([{<-#");
        var word = opened.TrimEnd("\"')]}>.,;:!?-");
        var stop = StopOf(word.IsEmpty ? chunk : opened[word.Length..]);
        if (word.IsEmpty)
        {
            // A dash or a stop that stands alone belongs to the word before it.
            if (tokens.Count > 0)
            {
                tokens[^1] = tokens[^1] with { Stop = chunk.Contains('-') && stop == '\0' ? '-' : stop };
                first |= tokens[^1].EndsSentence || tokens[^1].Stop == ':';
            }

            return;
        }

        var lower = word.ToString().ToLowerInvariant();
        if (lower is "a.m" or "p.m")
        {
            lower = lower is "a.m" ? "am" : "pm";
        }

        if (stop == '.' && (Titles.Contains(lower) || (lower is "am" or "pm" && !capitalNext)))
        {
            stop = '\0';
        }

        var capital = char.IsUpper(word[0]);
        if (lower.Contains('-', StringComparison.Ordinal) && Parts(lower) is { } parts)
        {
            for (var i = 0; i < parts.Length; i++)
            {
                tokens.Add(new Token(parts[i], false, first && i == 0, i + 1 < parts.Length ? '\0' : stop));
            }
        }
        else
        {
            tokens.Add(new Token(lower, capital, first, stop));
        }

        first = stop is '.' or '!' or '?' or ':';
    }

    // twenty-six and ten-thirty are two words; a hyphen in a name or a code stays.
    private static string[]? Parts(string lower)
    {
        var parts = lower.Split('-');
        return Array.TrueForAll(parts, static part => NumberWords.IsNumberWord(part) || NumberWords.Ordinal(part) > 0)
            ? parts
            : null;
    }

    private static char StopOf(ReadOnlySpan<char> behind)
    {
        if (behind.IsEmpty)
        {
            return '\0';
        }

        foreach (var stop in "?!.;:,")
        {
            if (behind.Contains(stop))
            {
                return stop;
            }
        }

        return '\0';
    }
}
