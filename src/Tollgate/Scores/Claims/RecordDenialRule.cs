using System.Text.RegularExpressions;
using Tollgate.Language;

namespace Tollgate.Scores.Claims;

/// <summary>
/// "I have no record of you": a record is denied, and not merely a slot at the hour that was asked for. English only.
/// </summary>
internal static partial class RecordDenialRule
{
    public static bool Denies(string words) => Denial().IsMatch(words);

    [GeneratedRegex(
        @"\b(?:find|locate|see|pull|have|bring) (?:up )?(?:you|it|that(?! there)|them|(?:your|any|a|an|the|that|this) (?:\w+ ){0,2}(?:record|records|account|file|profile|patient|customer|booking|appointment|order|reservation|ticket|claim|match))\b"
        + @"|\bno (?:\w+ ){0,2}(?:record|records|account|file|profile|patient|customer|match)\b|\bnot (?:on file|in (?:our|the|my) (?:system|records|files|database))\b|\bnothing (?:\w+ )?under\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Denial();
}
