using Tollgate.Language.Facts;
using Tollgate.Language.Words;

namespace Tollgate.Acts.Slots;

/// <summary>
/// The values in a text: its facts, and what is read out sign by sign without a word that says what it is, such as
/// "two seven one four" or "C-L-I-P".
/// </summary>
internal static class SpokenValues
{
    private const int MinDigits = 3;
    private const int MinLetters = 3;

    public static List<Fact> Of(List<Token> tokens, DateTime now)
    {
        var facts = FactFinder.Find(tokens, now, isData: false);
        var taken = new bool[tokens.Count];
        foreach (var fact in facts)
        {
            taken.AsSpan(fact.Start, fact.End - fact.Start).Fill(fact.Kind != FactKind.Name);
        }

        var signs = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (taken[i])
            {
                continue;
            }

            if (Letters(tokens[i].Word) is { } spelled)
            {
                facts.Add(new Fact(FactKind.Name, spelled, i, i + 1));
                continue;
            }

            var end = Run(tokens, taken, i, signs, out var digits);
            if (end > i && digits == signs.Length ? digits >= MinDigits : signs.Length >= MinLetters
                && end - i > 1)
            {
                facts.Add(new Fact(digits > 0 ? FactKind.Code : FactKind.Name, signs.ToString(), i, end));
            }

            i = Math.Max(i, end - 1);
        }

        facts.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return facts;
    }

    /// <summary>A name or word that was spelled, by its form.</summary>
    public static bool IsSpelled(List<Token> tokens, Fact fact) =>
        fact.Kind == FactKind.Name
            && (fact.End - fact.Start > 1 || NameRule.Form(tokens[fact.Start].Word).Length > fact.Value.Length + 1);

    /// <summary>The tokens run together, spelled signs and number words as letters and digits.</summary>
    public static string Signs(List<Token> tokens)
    {
        var signs = new StringBuilder();
        for (var i = 0; i < tokens.Count;)
        {
            var read = NumberWords.ReadSpelled(tokens, i, signs);
            if (read == 0)
            {
                signs.Append(CodeRule.Form(tokens[i].Word));
            }

            i += Math.Max(1, read);
        }

        return signs.ToString();
    }

    // C-L-I-P and A-B-E, but not wi-fi.
    private static string? Letters(string word)
    {
        if (word.Length < 5 || word.Length % 2 == 0)
        {
            return null;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsAsciiLetter(word[i]) : word[i] != '-')
            {
                return null;
            }
        }

        return word.Replace("-", "", StringComparison.Ordinal);
    }

    private static int Run(List<Token> tokens, bool[] taken, int start, StringBuilder signs, out int digits)
    {
        signs.Clear();
        var end = start;
        while (end < tokens.Count && !taken[end] && IsSign(tokens[end].Word, end == start))
        {
            // "Double" before anything but a sign is no part of a spelling.
            var read = NumberWords.ReadSpelled(tokens, end, signs);
            end = Math.Min(tokens.Count, end + read);
            if (read == 0 || tokens[end - 1].EndsSentence)
            {
                break;
            }
        }

        digits = 0;
        for (var i = 0; i < signs.Length; i++)
        {
            digits += char.IsAsciiDigit(signs[i]) ? 1 : 0;
        }

        return end;
    }

    private static bool IsSign(string word, bool first) =>
        (word.Length == 1 && char.IsAsciiLetterOrDigit(word[0]) && !(first && word is "a" or "i"))
        || (NumberWords.IsNumberWord(word) && word is not ("hundred" or "thousand"))
        || word is "double" or "triple" or "dash"
        || (word.Length > 0 && char.IsAsciiDigit(word[0]) && word.AsSpan().IndexOfAnyExcept("0123456789-") < 0);
}
