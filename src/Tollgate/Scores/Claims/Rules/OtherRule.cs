using System.Text.RegularExpressions;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;

namespace Tollgate.Scores.Claims.Rules;

/// <summary>A clause that offers another record as another one, rather than as the one that was asked for.</summary>
internal static partial class OtherRule
{
    public static bool Offers(string words) => Other().IsMatch(words);

    /// <summary>"I have a Smyth": what is brought in with "a" is somebody else, or another number.</summary>
    public static bool Introduces(List<Token> tokens, Fact fact)
    {
        var at = fact.Start - 1;
        while (at >= 0 && tokens[at].Word is ("mr" or "mrs" or "ms" or "dr" or "doctor"))
        {
            at--;
        }

        return at >= 0 && (tokens[at].Word is "a" or "an"
            || (at > 0 && tokens[at].Word is ("called" or "named") && tokens[at - 1].Word is ("someone" or "somebody" or "one")));
    }

    [GeneratedRegex(
        @"\b(?:another|other|different|similar|close|closest|nearest|instead|someone else|somebody else|spelled|spelling|possible|near|almost|sounds like|a few|an? [a-z]+ (?:with|spelled)|one (?:that|under|for|by|named|spelled)|only (?:one|see|have|find)|(?:do|does) (?:see|have|show) (?:an?|one))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
