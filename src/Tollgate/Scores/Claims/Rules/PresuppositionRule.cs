using System.Text.RegularExpressions;
using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;

namespace Tollgate.Scores.Claims.Rules;

/// <summary>
/// Facts that a question, an offer or an "if" takes for granted: "Shall I cancel your appointment on March 9th?" states
/// the appointment. "Is your appointment on March 9th?" asks for it. English only.
/// </summary>
internal static partial class PresuppositionRule
{
    private const int MaxSteps = 12;
    private const int MaxWordsBeforeHead = 3;

    private static readonly HashSet<string> Records =
    [
        "appointment", "booking", "reservation", "visit", "order", "claim", "ticket", "case", "invoice", "receipt", "payment",
        "bill", "fee", "charge", "deposit", "balance", "copay", "confirmation", "reminder", "showing", "viewing", "slot",
        "delivery", "prescription", "refill", "policy", "account", "request", "table", "room", "flight", "stay", "trip", "rental",
        "consultation", "session", "meeting", "call", "shift", "lesson", "treatment", "test", "surgery", "cleaning", "checkup",
        "check-up", "repair", "service", "package", "refund", "subscription", "membership", "time", "spot", "place", "seat",
    ];

    // What may stand between a record and what is said of it.
    private static readonly HashSet<string> Links =
    [
        "on", "at", "for", "with", "from", "of", "to", "in", "by", "the", "and", "dr", "doctor", "mr", "mrs", "ms", "nurse",
        "under", "until", "this", "next", "coming", "number", "a",
    ];

    public static bool Claims(Speech speech, Fact fact, Clause clause)
    {
        if (clause.Mood is Mood.Assertion or Mood.NotFound || Identifies().IsMatch(clause.Words))
        {
            return false;
        }

        var tokens = speech.Tokens;
        if (fact.Kind == FactKind.Amount && Before(tokens, fact.Start, clause) == "the" && fact.End < clause.End
            && tokens[fact.End].Word is "that" or "which" or "you" or "fee" or "charge" or "balance" or "deposit" or "due" or "bill")
        {
            return true;
        }

        var at = fact.Start - 1;
        for (var steps = 0; at >= clause.Start && steps < MaxSteps; steps++, at--)
        {
            var word = tokens[at].Word;
            if (Records.Contains(word))
            {
                return IsDefinite(tokens, at, clause);
            }

            if (word == "your")
            {
                return fact.Kind != FactKind.Name || steps > 0;
            }

            if (steps > 0 && (word == "it" || word is "come" or "arrive"))
            {
                return IsExpected(tokens, at, clause);
            }

            if (!Links.Contains(word) && !speech.Facts.Exists(one => one.Start <= at && at < one.End))
            {
                return false;
            }
        }

        return false;
    }

    private static string Before(List<Token> tokens, int at, Clause clause) =>
        at > clause.Start ? tokens[at - 1].Word : "";

    // "your appointment", "the next dental appointment"; "an appointment" may be one that is to be made.
    private static bool IsDefinite(List<Token> tokens, int head, Clause clause)
    {
        for (var i = head - 1; i >= clause.Start && i >= head - MaxWordsBeforeHead; i--)
        {
            if (tokens[i].Word is "your" or "the" or "this" or "that" or "his" or "her" or "their")
            {
                return true;
            }

            if (tokens[i].Word is "a" or "an" or "any" or "another" or "new" or "some" or "no")
            {
                return false;
            }
        }

        return false;
    }

    // "Can you still make it on Saturday?", "when you come in at ten".
    private static bool IsExpected(List<Token> tokens, int at, Clause clause)
    {
        var verb = tokens[at].Word == "it" ? at - 1 : at;
        if (verb < clause.Start || (verb < at && tokens[verb].Word is not ("make" or "made")))
        {
            return false;
        }

        for (var i = verb - 1; i >= clause.Start && i >= verb - MaxWordsBeforeHead; i--)
        {
            if (tokens[i].Word == "you")
            {
                return verb < at || Before(tokens, i, clause) == "when";
            }
        }

        return false;
    }

    // It asks which one it is, or supposes that it is one.
    [GeneratedRegex(
        @"^(?:(?:and|but|so|or|then|okay|ok|sorry|if|maybe|perhaps) )*(?:is|was|are|were|isn't|wasn't|could|might|may|would|does|did|has)"
        + @" (?:it|that|this|your|the|there|they|one|any|either|his|her)\b|\b(?:mean|meant|rather than|instead of)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Identifies();
}
