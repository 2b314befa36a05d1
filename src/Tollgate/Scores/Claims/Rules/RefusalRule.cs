using System.Text.RegularExpressions;
using Tollgate.Language;

namespace Tollgate.Scores.Claims.Rules;

/// <summary>"I can't help you with that." English only.</summary>
internal static partial class RefusalRule
{
    public static bool Claims(Clause clause) => clause.Mood != Mood.Question && Refuses().IsMatch(clause.Words);

    [GeneratedRegex(
        @"\b(?:can't|cannot|can not|unable to|not able to|won't be able to|couldn't|not allowed to|not permitted to|not authorized to) (?:\w+ )?(?:help|assist|do (?:that|this|anything)|process (?:that|this)|handle (?:that|this)|discuss|share (?:that|this))\b"
        + @"|\bnothing (?:that )?i can do\b|\boutside (?:of )?what i\b|\bnot something i can\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Refuses();
}
