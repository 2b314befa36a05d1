using System.Text.RegularExpressions;

namespace Tollgate.Scores.Claims.Rules;

/// <summary>"Let me put you through." English only.</summary>
internal static partial class HandoffRule
{
    public static bool Claims(string words) => HandsOver().IsMatch(words);

    [GeneratedRegex(
        @"\b(?:transfer(?:ring)?|connect(?:ing)?|put(?:ting)?|pass(?:ing)?|hand(?:ing)?|send(?:ing)?|bring(?:ing)?|get(?:ting)?|rout(?:e|ing)) (?:you|this|the call|it) (?:\w+ ){0,3}?(?:to|through|over|on|across|with|in)\b"
        + @"|\b(?:get|have|ask|find) (?:someone|somebody|a (?:person|human|colleague|specialist|manager|member)|our \w+)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex HandsOver();
}
