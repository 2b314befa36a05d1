using System.Text.RegularExpressions;

namespace Tollgate.Language;

/// <summary>"There is no such record": said in any of the ways in which people say it. English only.</summary>
internal static partial class NotFoundRule
{
    /// <summary>The clause says that something is not there, or could not be found.</summary>
    public static bool Denies(string words) =>
        (Cannot().IsMatch(words) || Nothing().IsMatch(words) || Absent().IsMatch(words)) && !Unrelated().IsMatch(words);

    // "I couldn't find", "your name doesn't come up", "we don't have".
    [GeneratedRegex(
        @"\b(?:can't|can not|cannot|couldn't|could not|unable to|not able to|wasn't able to|weren't able to|haven't been able to|don't|do not|didn't|did not|doesn't|does not"
        + @"|isn't|is not|aren't|are not|wasn't|haven't|hasn't|have not|not|never|won't|failed to|fails to|struggling to|trouble|ain't) (?:\w+ |actually |seem |seeing |to |be |been |have |anything ){0,4}?"
        + @"(?:find(?:ing)?|found|see(?:ing|n)?|locat(?:e|ed|ing)|show(?:s|ing|n)?|have|has|match(?:es|ing)?|com(?:e|es|ing) (?:up|back|through)|turn(?:s|ing|ed)? up|pull(?:ing|ed)? (?:\w+ ){0,3}up"
        + @"|bring(?:ing)? (?:\w+ ){0,3}up|list(?:ed|ing)?|exist|exists|appear(?:s|ing)?|get(?:ting)?|got|recognized?|spot(?:ted)?|trace|track(?: down)?|on file|on record|on the (?:list|books|schedule)"
        + @"|in (?:the|our|my|here|this)|there|registered|return(?:s|ed|ing)?|ring|know|hold|carry|belong|correspond|bring back|one|any|turning anything)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Cannot();

    // "No record of", "nothing under that name", "nobody called", "zero results".
    [GeneratedRegex(
        @"\bzero (?:records|results|matches|hits|bookings|entries|accounts|orders|tickets)\b|\b(?:no|any) (?:[\w'-]+ ){0,4}(?:record|records|match|matches|matching|appointment|appointments|booking|bookings|account|accounts|order|orders|patient|patients|result|results|listing|listings|entry|entries"
        + @"|sign|trace|such|reservation|reservations|claim|ticket|tickets|request|file|files|policy|prescription|hit|hits|one by|one with|one under|one named|luck|customer|caller|client|history|visit|visits|data|information|details|profile|user|employee|asset|device|lead|contact|payment|invoice|case|property|properties|showing|listed)\b(?<!\bany (?:other )?(?:information|details))"
        + @"|\b(?:nothing|nobody|none) (?:[\w'-]+ ){0,5}(?:under|found|file|up|for|with|here|matching|matches|shows|showing|by|back|there|at|in|on|like|came|comes|of|listed)\b"
        + @"|\b(?:no one|nobody) (?:\w+ ){0,2}(?:by|named|called|with|under)\b|^(?:still |sorry )*(?:nothing|none|no luck)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    // "It came back empty", "is missing", "drew a blank", "without success".
    [GeneratedRegex(
        @"\b(?:c[ao]mes?|coming|came|turned|turning|turns|is|was|were|got|getting|get) (?:up |back )?(?:empty|blank|with nothing|no results|nothing|up short|empty-handed)\b|\bdr[ae]w(?:ing|s|n)? (?:a )?blank\b"
        + @"|\b(?:i|we) (?:still )?(?:find|found|see|have|get|got) no \w+"
        + @"|\b(?:without|no) (?:any )?(?:success|luck|joy)\b|\bthere(?:'s| is| are|'re|'s just| just isn't| isn't| aren't| was| were|'s simply| is simply) (?:\w+ )?(?:no|nothing|none|not|nobody|neither|zero)\b|\b(?:isn't|aren't|wasn't|weren't) (?:any|one|an?)\b|\bnever (?:\w+ )?(?:booked|called|registered|signed|had|placed|made|ordered|came|visited|been|opened|filed|bought|joined|scheduled|reserved)\b|\b(?:empty|blank) (?:result|search|screen|list|page)\b"
        + @"|\b(?:not|n't) (?:a |an )?(?:valid|real|known|existing|current) \w+|\bneither (?:[\w'-]+ ){1,7}(?:came|turned|matched|showed|match|work|found|exists)\b|\bnot (?:under|by|with|for) that\b|\bwithout (?:a|any) (?:\w+ )?(?:match|record|booking|result|hit|entry)\b"
        + @"|^(?:(?:and|but|no|so) )*(?:i|we) (?:just )?(?:don't|do not|can't|couldn't|didn't)$|\b(?:search|lookup|system|database) (?:\w+ )?(?:found|returned|shows|has|gave|gives) (?:me )?(?:nothing|no|zero)\b|\beludes me\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Absent();

    // Denials of other things.
    [GeneratedRegex(
        @"\b(?:no (?:problem|worries|trouble|rush|hurry|matter|charge|cost|fee)|not (?:a problem|at all|to worry|only)|don't (?:worry|need|hesitate|have to)|won't (?:take|be)|nothing (?:else )?(?:to worry|further|else|more)|do not (?:worry|need|hesitate))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Unrelated();
}
