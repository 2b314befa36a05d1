using System.Text.RegularExpressions;
using Tollgate.Language;

namespace Tollgate.Scores.Claims.Rules;

/// <summary>
/// "You are not on file", said as a finding: after a tool that timed out it is invented. That the system does not
/// answer is another thing, and true. English only.
/// </summary>
internal static partial class AbsenceRule
{
    public static bool Claims(Clause clause) =>
        clause.Mood == Mood.NotFound && !TroubleRule.Claims(clause.Words) && !Knows(clause.Words);

    /// <summary>It says what the agent does not know yet.</summary>
    public static bool Knows(string words) => Knowing().IsMatch(words);

    // What one can say without having looked: that one does not have it yet, or cannot say.
    [GeneratedRegex(
        @"\b(?:don't|do not|didn't|did not|couldn't|could not|can't|cannot|haven't|not able to|unable to|wasn't able to) (?:\w+ ){0,2}(?:know|hear|catch|get (?:an?|any|the|that|through|to|into|it)|have (?:an?|the|that|it|any) (?:\w+ )?(?:answer|response|result|information|details|access|reply|update)|want|tell|confirm|say|check|see whether|see if|find out)\b"
        + @"|\bno (?:answer|response|reply|result yet|word)\b|\bnothing (?:yet|back yet)\b|\bnot (?:yet|sure|certain|answering|responding|loading|working)\b|\byet\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Knowing();
}
