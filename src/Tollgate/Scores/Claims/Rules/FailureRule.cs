using System.Text.RegularExpressions;
using Tollgate.Language;

namespace Tollgate.Scores.Claims.Rules;

/// <summary>"I couldn't book that": what was asked for could not be done. English only.</summary>
internal static partial class FailureRule
{
    public static bool Claims(Clause clause) => clause.Mood != Mood.Question && Fails().IsMatch(clause.Words);

    [GeneratedRegex(
        @"\b(?:can't|cannot|can not|couldn't|could not|unable to|not able to|wasn't able to|weren't able to|haven't been able to|failed to)\b"
        + @"|\b(?:not|n't|isn't|wasn't|never) (?:\w+ ){0,2}(?:possible|available|successful|succeed|go through|gone through|work|made|free|open)\b"
        + @"|\b(?:unsuccessful|impossible|unavailable|went wrong|fully booked|no (?:\w+ ){0,2}(?:available|availability|free|slots?|tables?|openings?))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Fails();
}
