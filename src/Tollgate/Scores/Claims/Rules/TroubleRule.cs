using System.Text.RegularExpressions;

namespace Tollgate.Scores.Claims.Rules;

/// <summary>"The system does not answer": trouble with a tool rather than with a record. English only.</summary>
internal static partial class TroubleRule
{
    public static bool Claims(string words) => Trouble().IsMatch(words);

    [GeneratedRegex(
        @"\b(?:system|systems|tool|lookup|computer|computers|database|server|screen|search|page|program|software|records system|scheduler|calendar|booking system|connection|service|line) (?:\w+ |'s ){0,3}"
        + @"(?:down|slow|respond\w*|answer\w*|timed|timing|time out|unavailable|error\w*|trouble|stuck|working|load\w*|fail\w*|frozen|froze|acting|offline|hanging|hung|gave up|giving|cooperat\w*|crashed|lagging|busy|playing up|reach\w*|issue\w*|problem\w*|hiccup\w*)\b"
        + @"|\b(?:timed out|time-out|timeout|technical|glitch|outage|hiccup)\b"
        + @"|\b(?:trouble|difficulty|problems?|issues?|a problem|an issue) (?:\w+ ){0,2}(?:reaching|getting|accessing|looking|pulling|connecting|with|loading|opening|checking|on (?:my|our))\b"
        + @"|\b(?:can't|cannot|couldn't|could not|unable to|not able to|wasn't able to) (?:\w+ )?(?:reach|access|get into|get through|connect|check|look|load|open|pull (?:\w+ ){0,4}up|bring (?:\w+ ){0,4}up|see (?:\w+ ){0,4}) ?(?:\w+ ){0,6}?(?:right now|at the moment|just now|system|database|this minute|at present|currently|records|into)\b"
        + @"|\b(?:right now|at the moment|just now|this minute|at present|for the moment)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Trouble();
}
