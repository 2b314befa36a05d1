using System.Text.RegularExpressions;
using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Wishes;
using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Lines;

/// <summary>Questions and offers that have nothing to do with what the caller called about, by their form.</summary>
internal static partial class Outside
{
    /// <summary>What people say to it, as an intent of <see cref="CallerPhrases"/>.</summary>
    public static string IntentOf(AgentAct act) =>
        act.Slot is SlotKind.Day or SlotKind.Time && !Past().IsMatch(act.Sentence) ? "any_time"
        : Why().IsMatch(act.Sentence) ? "unknown_why"
        : Wh().IsMatch(act.Sentence) ? act.Slot is SlotKind.Code or SlotKind.Phone or SlotKind.Email ? "unknown"
            : act.Slot is SlotKind.Day or SlotKind.Time or SlotKind.Duration or SlotKind.Quantity
                || When().IsMatch(act.Sentence) ? "unknown_when" : "unknown_open"
        : Wants().IsMatch(act.Sentence) ? "no_outside"
        : IsItOne().IsMatch(act.Sentence) || IsSo().IsMatch(act.Sentence) ? "yes_outside"
        : YesNo().IsMatch(act.Sentence) || act.Asks ? "no_outside"
        : "unknown";

    /// <summary>It offers to keep what the wish wants to end: no, whatever it costs.</summary>
    public static bool IsContrary(WishProgress wish, string sentence) =>
        wish.Wish.Does.Any(static call => Ends().IsMatch(call.Tool.Replace('_', ' ')))
        && (Keeps().IsMatch(sentence) || OrEnds().IsMatch(sentence))
        && !Ends().IsMatch(StillEnds().Replace(sentence, ""));

    [GeneratedRegex(@"\b(why|what (made|makes|is making|brought|brings)|what's making|how come|reason)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Why();

    [GeneratedRegex(@"\b(what|what's|which|who|who's|where|where's|when|how)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Wh();

    [GeneratedRegex(@"\bwhen('s|\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex When();

    [GeneratedRegex(@"(^|[,.;] |and |so |but )(do|does|did|is|are|was|were|have|has|had|can|could|will|would|any)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex YesNo();

    [GeneratedRegex(@"\b(end|ends|ending|ended|cancel|cancels|cancelling|canceling|cancelled|canceled|close|closing|stop|stopping|terminate|leave|leaving|return|pause|delete)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b((the|to) end of|instead of \w+ing|instead of (it )?\w+ing|or (would|do|should|shall|will) (you|i|we)\b.*|or (still|rather)\b.*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StillEnds();

    [GeneratedRegex(@"\bor (would|do|should|shall|will)? ?(you|i|we)? ?(still |rather |prefer to |really |want to |like to |go ahead and |just )*(end|cancel|close|stop|leave)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrEnds();

    [GeneratedRegex(@"\b(keep|keeping|stay|stayed|staying|remain|knock|discount|bring .{1,30} down|lower|cheaper|off your|off the|another (year|\w+ months)|runs on|hung around|hang on to|hold on to|change (your mind|anything)|reconsider|instead|win you back|make it worth)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Keeps();

    [GeneratedRegex(@"\b(did|was|were|has|since|ago|started|happened|long)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Past();

    // What is asked with such words is more often not so.
    [GeneratedRegex(@"\b(any|anything|anyone|anybody|ever|else|other|another|second|different|new|allergic|allergies|pregnant|injur\w+|pain|trouble|bleeding|dizzy|hurt|fever|problem|wrong|taking|medication|smell|smoke|children|elderly)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wants();

    [GeneratedRegex(@"^(so |and |but |okay |then |now |sorry |first |though )*(are you|is everyone|is everybody|have you|has everyone|did you|were you|can you|could you|are they|have the|has the|does the|is the|do you still)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsSo();

    [GeneratedRegex(@"^(so |and |but |okay |then |now |sorry )*(is|was|are|were) (it|this|that|the|your|you|he|she|they|these|those)\b(?! (any|anyone|anybody|allergic|pregnant|taking|in pain|hurt|alone|able))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsItOne();

    [GeneratedRegex(@"\b(different|another|other|separate|second|instead|else)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Another();
}
