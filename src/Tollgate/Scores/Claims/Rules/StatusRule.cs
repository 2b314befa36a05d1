using System.Text.RegularExpressions;
using Tollgate.Language;

namespace Tollgate.Scores.Claims.Rules;

/// <summary>
/// What has become of something, or that it is there: "is confirmed", "has shipped", "you are booked", "I cancelled
/// it", "I see your booking". English only. Only what a clause states counts.
/// </summary>
internal static partial class StatusRule
{
    private const string Word =
        "(?<word>confirmed|booked|scheduled|rescheduled|cancell?ed|shipped|delivered|dispatched|approved|denied|declined|rejected|paid(?: in full| off)?"
        + "|overdue|past due|refunded|pending|active|inactive|expired|resolved|completed?|finished|processed|processing|in progress|in process|on hold|on (?:its|the|their) way|out for delivery"
        + "|in transit|filled|refilled|renewed|suspended|locked|unlocked|reset|assigned|escalated|sold|reserved|waitlisted|wait-listed|under contract|checked in|received"
        + "|back-?ordered|in stock|up to date|all set|good to go|locked in|on the (?:books|calendar|schedule)|taken care of|moved|submitted|issued|verified|enrolled|accepted"
        + "|settled|cleared|archived|deactivated|terminated|updated|secured|ready(?: for pick-?up)?|open|closed|credited|charged|postponed|transferred|arranged|lined up|sorted|written off|picked up|signed|fulfilled|posted"
        + "|under (?:review|way|investigation)|waiting (?:on|for) (?:an? |the |your |our )?[a-z]+|awaiting [a-z]+|rebooked|guaranteed|valid|in order|in good order|in place|down for)";

    /// <summary>The stem of a status that the clause states, or "there" where it says that the thing is; null for
    /// none.</summary>
    public static string? Claims(Clause clause, bool existence)
    {
        if (clause.Mood != Mood.Assertion)
        {
            return null;
        }

        var match = Passive().Match(clause.Words);
        if (!match.Success || Self().IsMatch(clause.Words))
        {
            match = Active().Match(clause.Words);
        }

        if (match.Success && !Negated().IsMatch(clause.Words))
        {
            return match.Groups["word"].Value;
        }

        return existence && IsThere(clause.Words) && !Negated().IsMatch(clause.Words)
            && !Echo().IsMatch(clause.Words) ? "there" : null;
    }

    // "is already confirmed", "has been shipped", "shows as paid", "you're booked".
    [GeneratedRegex(
        @"(?:\b(?:is|are|was|were|be|been|being|has|have|had|got|gets|went|came back|comes back|shows?(?: up)?(?: as| to be)?|marked(?: as)?|listed(?: as)?|says|reads|currently|now|already|still|fully|remains|became|stands)|'s|'re|'ve) "
        + @"(?:(?:already|still|now|been|all|just|currently|as|fully|both|successfully|officially|definitely|actually|indeed|showing|marked|listed|down|put|set|going|being|to|be|recently|also|certainly|safely|finally) ){0,3}" + Word + @"\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Passive();

    // "I have cancelled it", "they approved it", "it shipped".
    [GeneratedRegex(
        @"\b(?:i|we|they|he|she|it|someone|somebody|(?:the|your|our) [\w-]+(?: [\w-]+)?)(?:'ve| have| has| had)? (?:already |just |gone ahead and |went ahead and |also |now |successfully |since |then ){0,4}(?<word>confirmed|booked|scheduled|rescheduled|cancell?ed|shipped|delivered|dispatched|approved|denied|declined|rejected|paid|refunded|resolved|completed|finished|processed|renewed|suspended|unlocked|reset|assigned|escalated|sold|reserved|expired|cleared|moved|submitted|issued|updated|credited|charged|postponed|arrived|closed|went through|goes through|signed off|picked up)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Active();

    private static bool IsThere(string words) =>
        Seen().IsMatch(words) || SeenShort().IsMatch(words) || Here().IsMatch(words) || Yours().IsMatch(words);

    // "I see your booking", "I have you down".
    [GeneratedRegex(
        @"\b(?:i|we)(?:'ve| have| do| can| can now| now| did)? (?:just |already |clearly |also |got )?(?:see|found|located|pulled up|have|got|find|show|brought up|spotted) (?:[a-z]+ )?(?:your|it|that|the|you|an?|his|her|him|this|one|everything|both|all)\b"
        + @"(?: [\w'-]+)?(?: [\w'-]+)?(?: [\w'-]+)? (?:appointment|booking|reservation|order|record|records|account|file|profile|claim|ticket|request|policy|prescription|listing|case|invoice|payment|visit|here|down|up|now|screen|entry|unit|house|property|laptop|device|subscription|delivery|package|refill|test|results|slot)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Seen();

    // The same with nothing between.
    [GeneratedRegex(
        @"\b(?:i|we)(?:'ve| have| do| can| can now| now)? (?:just |already |clearly )?(?:found|located|see|have|got|pulled up|spotted) (?:it|you|him|her|them|that|that one|your (?:appointment|booking|reservation|order|record|account|file|claim|ticket|visit))$"
        + @"|\b(?:found|got) (?:it|you|your)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex SeenShort();

    [GeneratedRegex(
        @"\b(?:it's|it is|that's|you're|you are|they're|he's|she's) (?:all |right |still |definitely |already )?(?:here|in (?:the|our) (?:system|records|books|calendar)|in front of me|on (?:file|record|the list|the schedule|the books|our books)|in there)\b"
        + @"|\bhere (?:it is|you are|we are|we go)\b|\bthere it is\b|\bthere (?:you are|we are|we go)$|\bgot (?:it|you) right here\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Here();

    [GeneratedRegex(
        @"\byou(?:'ve got|'ve| have| do have| have got) (?:an?|one|your)(?: [\w'-]+)?(?: [\w'-]+)? (?:appointment|booking|reservation|order|claim|ticket|visit|balance|request|prescription|refill|account|listing|showing|policy)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Yours();

    // What the agent says of itself and of its house.
    [GeneratedRegex(
        @"\b(?:i'm|i am|we're|we are|our (?:office|clinic|system|line|team|desk|store|salon|computer)|the (?:office|clinic|system|line|desk|store|salon|tool|lookup|scheduler|search)|system|line) (?:\w+ ){0,3}(?:is |are |was )?(?:\w+ ){0,2}(?:open|closed|ready|all set|good to go|set|down|in progress|finished|updated|processing|still|on)\b"
        + @"|\bwe're\b|\bi'm\b|\bi am\b|\bwe are\b|\bhave (?:you|i|we) (?:all )?(?:received|got)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Self();

    [GeneratedRegex(
        @"\b(?:not|n't|never|no longer able|nothing|no|isn't|wasn't|hasn't|haven't|aren't|weren't|can't|cannot|couldn't|neither|until|to be|needs? to|has to|have to|must|should|would|could|can|will)\b (?:\w+ ){0,3}?(?:be |been |have |get )?(?:confirmed|booked|scheduled|rescheduled|cancell?ed|shipped|delivered|approved|paid|refunded|active|resolved|completed?|processed|on|in|ready|open|closed|updated|reset|unlocked|moved|reserved|submitted|verified|see|found|find|have|escalated|assigned|filled|renewed)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Negated();

    // The agent reads back what the caller gave.
    [GeneratedRegex(
        @"\bhave (?:you|that|it|the (?:name|number|date|code|spelling)|your (?:\w+ )?(?:name|number|date|phone|email|birthday|address|zip|code|date of birth)) (?:down )?(?:as|written|here as)\b|\bhave your (?:\w+ )?(?:name|number|date|phone|email|birthday|address|zip)\b|\bthe (?:name|number|code|date) (?:you|i)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Echo();
}
