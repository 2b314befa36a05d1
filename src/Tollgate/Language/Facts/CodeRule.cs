using System.Buffers;
using Tollgate.Language.Words;

namespace Tollgate.Language.Facts;

/// <summary>
/// Codes: a word of letters and digits (<c>APT-7781</c>), digits behind a word such as "confirmation", or spelled one
/// by one. The form is letters and digits in lower case.
/// </summary>
internal static class CodeRule
{
    private const int MinSigns = 4;
    private const int MaxSigns = 40;
    private const int WordsBack = 5;

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> Signs =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly SearchValues<char> Written =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/.");

    private static readonly HashSet<string> Cues =
    [
        "number", "code", "confirmation", "reference", "id", "ticket", "order", "claim", "account", "case", "invoice",
        "tracking", "policy", "booking", "reservation", "record", "request", "listing", "prescription", "appointment",
        "member", "serial", "asset",
    ];

    public static void Find(FactFinder finder)
    {
        var tokens = finder.Tokens;
        var signs = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Word;
            if (!finder.IsFree(i, i + 1))
            {
                continue;
            }

            if (IsMixed(word) || (IsNumber(word) && (word.Length > MinSigns || HasCue(tokens, i))))
            {
                finder.Add(FactKind.Code, Form(word), i, i + 1);
            }
            else
            {
                i += Spelled(finder, i, signs.Clear());
            }
        }
    }

    public static string Form(string word)
    {
        if (!word.AsSpan().ContainsAnyExcept(Signs))
        {
            return word;
        }

        var form = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                form.Append(c);
            }
        }

        return form.ToString();
    }

    // An ordinal, an am behind a number and a suite 4B are no codes.
    private static bool IsMixed(string word) =>
        word.Length >= 3 && word.AsSpan().ContainsAnyInRange('0', '9') && !word.AsSpan().ContainsAnyExcept(Written)
        && word.AsSpan().ContainsAny(Letters)
        && NumberWords.Ordinal(word) == 0
        && !(char.IsAsciiDigit(word[0]) && word.AsSpan().TrimStart("0123456789.").TrimStart('-') is
            "am" or "pm" or "s" or "hour" or "minute" or "day" or "week" or "year" or "month" or "digit" or "k" or "x"
            or "hr" or "min" or "mg" or "ml" or "gb" or "mb" or "bedroom" or "bath" or "point" or "step" or "page");

    private static bool IsNumber(string word) =>
        word.Length >= MinSigns && !word.AsSpan().ContainsAnyExcept("0123456789-");

    private static bool HasCue(List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - WordsBack; i--)
        {
            if (Cues.Contains(tokens[i].Word))
            {
                return true;
            }
        }

        return false;
    }

    // Letters and digits one by one. A word that merely could be a letter ("a", "I") does not begin a code.
    private static int Spelled(FactFinder finder, int start, StringBuilder signs)
    {
        var tokens = finder.Tokens;
        var end = start;
        var spoken = 0;
        while (end < tokens.Count && signs.Length < MaxSigns && finder.IsFree(end, end + 1))
        {
            // "seven zero six, I have it": a word, and no letter, after the pause.
            var begins = end > start && tokens[end - 1].Stop != '\0' && tokens[end].Word is "i" or "a"
                && tokens[end].Stop == '\0'
                && end + 1 < tokens.Count && NumberWords.ReadSpelled(tokens, end + 1, new StringBuilder()) == 0;
            var read = begins ? 0 : NumberWords.ReadSpelled(tokens, end, signs);
            if (read == 0)
            {
                break;
            }

            end = Math.Min(end + read, tokens.Count);
            spoken++;
            if (tokens[end - 1].Stop is '.' or '?' or '!' or ';')
            {
                break;
            }
        }

        var digits = 0;
        for (var i = 0; i < signs.Length; i++)
        {
            digits += char.IsAsciiDigit(signs[i]) ? 1 : 0;
        }

        var starts = tokens[start].Word is "a" or "i" && digits < 2;
        if (signs.Length >= MinSigns && digits >= 2 && spoken >= 2 && !starts && finder.IsFree(start, end)
            && (digits < signs.Length || signs.Length > MinSigns || HasCue(tokens, start)))
        {
            finder.Add(FactKind.Code, signs.ToString(), start, end);
            return end - start - 1;
        }

        return 0;
    }
}
