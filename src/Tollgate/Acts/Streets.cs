using Tollgate.Acts.Phrasing;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;

namespace Tollgate.Acts;

/// <summary>Addresses as they are spoken: "forty-eight Willow Lane", "Mill Road". English only.</summary>
internal static class Streets
{
    private static readonly HashSet<string> Kinds =
    [
        "street", "road", "lane", "avenue", "drive", "court", "boulevard", "place", "terrace", "close", "crescent", "square",
        "parkway", "circle", "trail", "highway", "way", "alley", "row", "grove", "park", "gardens", "hill", "mews", "quay",
    ];

    /// <summary>The phrase says a house number and a street that the caller has said.</summary>
    public static bool AreGiven(Phrase phrase, EarContext context)
    {
        for (var i = phrase.Start + 1; i < phrase.End; i++)
        {
            if (IsStreet(phrase, i) && context.SaidWords.Contains(phrase.Tokens[i - 1].Word)
                && IsNumbered(phrase, i - 2))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The phrase says a house number and a street.</summary>
    public static bool AreIn(Phrase phrase)
    {
        for (var i = phrase.Start + 1; i < phrase.End; i++)
        {
            if (IsStreet(phrase, i) && IsNumbered(phrase, i - 2))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStreet(Phrase phrase, int i) => Kinds.Contains(NameRule.Form(phrase.Tokens[i].Word))
        && phrase.Tokens[i].Capital && phrase.Tokens[i - 1].Capital;

    private static bool IsNumbered(Phrase phrase, int at)
    {
        for (var i = at; i >= phrase.Start && i >= at - 2; i--)
        {
            var word = phrase.Tokens[i].Word;
            if (NumberWords.IsNumberWord(word) || (word.Length > 0 && char.IsAsciiDigit(word[0]))
                || word.EndsWith("-something", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
