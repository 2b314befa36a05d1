using System.Text.RegularExpressions;
using Tollgate.Language;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.Rules;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>Holds what has become of something against the states that tools answered with.</summary>
internal sealed partial class StatusCheck(Knowledge known, IReadOnlyList<CallMade> calls)
{
    // States that exclude each other.
    private static readonly string[] Groups =
    [
        "pending awaiting waiting review hold backlog queued processing progress backordered backorder tendered",
        "active current valid", "paused frozen suspended pause", "cancelled canceled void withdrawn terminated",
        "shipped transit dispatched", "delivered arrived", "denied rejected declined refused", "approved accepted confirmed granted",
        "completed complete finished fixed repaired ready resolved", "overdue unpaid outstanding", "paid settled",
        "delayed late", "expired lapsed", "closed", "noaccess",
    ];

    private static readonly Dictionary<string, int> GroupOf = Index();

    public void Judge(Sentence sentence, List<Claim> claims)
    {
        foreach (var clause in sentence.Speech.Clauses)
        {
            if (clause.Mood is Mood.Question || TroubleRule.Claims(clause.Words)
                || clause.Words.StartsWith("if ", StringComparison.Ordinal))
            {
                continue;
            }

            if (Arrives().IsMatch(clause.Words) && !IsNo(sentence, clause)
                && calls.Any(static call => call.States.Exists(static state => Awaits().IsMatch(state))))
            {
                claims.Add(
                    new Claim(sentence.Text, ClaimKind.Status, ClaimOutcome.Contradicted, clause.Words, "A tool answered that it is still awaited."));
                return;
            }

            if (Group(sentence, clause, out var denied) is { } group && InStates(group, denied) is { } outcome)
            {
                claims.Add(
                    new Claim(sentence.Text, ClaimKind.Status, outcome, clause.Words, outcome == ClaimOutcome.Grounded
                    ? "A tool answered so." : "A tool answered with another state."));
                return;
            }

            if (clause.Mood == Mood.Assertion && Finds().IsMatch(clause.Words) && Finding(sentence) is { } finding)
            {
                claims.Add(
                    new Claim(sentence.Text, ClaimKind.Status, finding, clause.Words,
                        finding == ClaimOutcome.Contradicted
                    ? "The look-up had found nothing." : "Nothing was looked up."));
                return;
            }

            if (Flag(sentence, clause) is { } flag)
            {
                claims.Add(new Claim(sentence.Text, ClaimKind.Status, flag, clause.Words, "A tool answered yes or no to it."));
                return;
            }

            // "I can see that the price is eight dollars": what is seen is the value, and that was judged.
            if (clause.Mood != Mood.NotFound && !claims.Exists(claim => claim.Sentence == sentence.Text
                && claim.Outcome == ClaimOutcome.Grounded) && Sees().IsMatch(clause.Words)
                    && !NoRecord().IsMatch(clause.Words)
                && !clause.Words.Contains("n't", StringComparison.Ordinal)
                && (calls.Any(static call => !call.IsTransfer && (call.Succeeded || call.IsOpen))
                    ? Support(sentence, clause, known.HasStem) < MinSeen
                    : calls.Any(static call => call.IsTransfer)
                        ? Support(sentence, clause, stem => known.Said.HasStem(stem)
                            || known.Asked.HasStem(stem)) < MinSupport
                        : !Wishes().IsMatch(clause.Words)))
            {
                claims.Add(new Claim(
                    sentence.Text, ClaimKind.Status, ClaimOutcome.Invented, clause.Words, "No tool has answered anything of it."));
                return;
            }
        }
    }

    private const double MinSupport = 0.5;
    private const double MinSeen = 0.35;

    // "Found you": the last look-up has found something.
    private ClaimOutcome? Finding(Sentence sentence)
    {
        var lookups = calls.Where(static call => !call.IsTransfer && !call.HasEffect).ToList();
        return lookups.Count == 0
            ? calls.Count == 0 && sentence.Stems.Contains("find") ? ClaimOutcome.Invented : null
            : lookups[^1] is { FoundNothing: true } last
                && !lookups.Exists(call => call.Turn == last.Turn && call.Succeeded && !call.FoundNothing)
                ? ClaimOutcome.Contradicted
                : null;
    }

    // "There's an outage", and the tool's "outage" is false.
    private ClaimOutcome? Flag(Sentence sentence, Clause clause)
    {
        var flags = calls.SelectMany(static call => call.Flags).ToList();
        for (var i = clause.Start; i < clause.End && flags.Count > 0; i++)
        {
            var stem = sentence.Stems[i];
            if (flags.Where(one => one.Stem == stem)
                .Select(static one => one.Value).Distinct().ToList()
                is [var value])
            {
                var denied = Enumerable.Range(clause.Start, i - clause.Start).Any(at => IsNo(sentence.Tokens[at].Word));
                return denied == value ? ClaimOutcome.Contradicted : ClaimOutcome.Grounded;
            }
        }

        return null;
    }

    // The share of the clause's content words that are known.
    private static double Support(Sentence sentence, Clause clause, Func<string, bool> isKnown)
    {
        var content = sentence.Tokens.Skip(clause.Start).Take(clause.End - clause.Start)
            .Where(static token => Stems.IsContent(token.Word)).ToList();
        return content.Count == 0 ? 1 : content.Count(token => isKnown(Stems.Of(token.Word))) / (double)content.Count;
    }

    private static int? Group(Sentence sentence, Clause clause, out bool denied)
    {
        denied = false;
        for (var i = clause.Start + 1; i < clause.End; i++)
        {
            if (GroupOf.TryGetValue(sentence.Tokens[i].Word, out var group) && IsPredicate(sentence, clause, i))
            {
                denied = Enumerable.Range(Math.Max(clause.Start, i - 3), Math.Min(3, i - clause.Start))
                    .Any(at => IsNo(sentence.Tokens[at].Word));
                return group;
            }
        }

        return null;
    }

    private static bool IsPredicate(Sentence sentence, Clause clause, int at)
    {
        for (var i = at - 1; i >= clause.Start && i >= at - 4; i--)
        {
            var word = sentence.Tokens[i].Word;
            if (word is "is" or "are" or "was" or "been" or "be" or "isn't" or "shows" or "says" or "as" or "has" or "still" or "marked"
                || (i == at - 1 && word is "they" or "they've" or "he" or "she" or "insurer" or "already")
                || word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("'re", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNo(Sentence sentence, Clause clause) =>
        Enumerable.Range(clause.Start, clause.End - clause.Start).Any(at => IsNo(sentence.Tokens[at].Word));

    private static bool IsNo(string word) =>
        word is "not" or "never" or "nothing" or "no" || word.EndsWith("n't", StringComparison.Ordinal);

    private ClaimOutcome? InStates(int group, bool denied)
    {
        var known = new HashSet<int>();
        foreach (var call in calls)
        {
            foreach (var state in call.States)
            {
                foreach (var word in state.Split(' ', '_', '-'))
                {
                    if (GroupOf.TryGetValue(word, out var one))
                    {
                        known.Add(one);
                    }
                }
            }
        }

        return known.Count == 0 ? null
            : known.Contains(group) ? denied && known.Count == 1 ? ClaimOutcome.Contradicted : denied ? null
                : ClaimOutcome.Grounded
            : denied || known.Count > 1
                || calls.Any(static call => call is { HasEffect: true, Succeeded: true, States.Count: 0 }) ? null
            : ClaimOutcome.Contradicted;
    }

    private static Dictionary<string, int> Index()
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Groups.Length; i++)
        {
            foreach (var word in Groups[i].Split(' '))
            {
                index[word] = i;
            }
        }

        return index;
    }

    [GeneratedRegex(@"\b(?:came in|(?:has|have) come in|arrived|(?:is|are|'s|'re) in\b(?! (?:stock|the|our|my|review|a|an|for|progress|your))|turned up|(?:is|are) here)", RegexOptions.CultureInvariant)]
    private static partial Regex Arrives();

    [GeneratedRegex(@"\b(?:waiting|awaiting|on order|back-?order(?:ed)?|out of stock|delayed)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Awaits();

    [GeneratedRegex(
        @"\b(?:(?:looks|seems|appears) (?:like|as if|as though|that)|(?<!can |could |may )i (?:can |do )?see (?:that|your|it|you|the|a|an|it's|you've|you're|here)|i'm seeing|it (?:says|shows)|according to (?:my|our|the)|i've got your|i have your)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Sees();

    [GeneratedRegex(
        @"\bfound (?:you|it|him|her|them|your [a-z]+)\b|\bi(?:'ve| have)(?: got| pulled)? (?:it|that|that one|this one|you) (?:up|open|right here|in front of me)\b"
        + @"|\b(?:that's|that is|it's|here's|i see) your (?:[a-z]+ )?(?:appointment|booking|order|invoice|claim|ticket|reservation|application|lease|bill|account)\b"
        + @"|^(?:(?:ah|okay|yes|right|and) )*there (?:you are|it is)\b|\b(?:got|see) you right here\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Finds();

    [GeneratedRegex(@"\b(?:calling|call about|want|need|would like|trying|asking|having|mean|said|mentioned|today)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Wishes();

    [GeneratedRegex(@"\b(?:name|number|phone|date of birth|birthday|see you|address|email|e-mail|you said|you mentioned|you'd|you want)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NoRecord();
}
