using System.Text.RegularExpressions;
using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.Rules;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>Holds "not on file" and "nothing free" against the look-ups that were made.</summary>
internal sealed partial class AbsenceCheck(Knowledge known, IReadOnlyList<CallMade> calls, StrayLookups strays)
{
    public void Judge(Sentence sentence, IReadOnlyList<string> tools, List<Claim> claims)
    {
        foreach (var clause in sentence.Speech.Clauses)
        {
            if (clause.Mood != Mood.Question && !clause.Words.StartsWith("if ", StringComparison.Ordinal) && Denies(clause)
                && Outcome(sentence, clause, tools) is { } judged)
            {
                claims.Add(new Claim(sentence.Text, ClaimKind.Absence, judged.Outcome, clause.Words, judged.Why));
                return;
            }
        }
    }

    private static bool Denies(Clause clause) =>
        (AbsenceRule.Claims(clause) && Record().IsMatch(clause.Words) && !Detail().IsMatch(clause.Words))
        || (Full().IsMatch(clause.Words) && !AbsenceRule.Knows(clause.Words));

    private (ClaimOutcome Outcome, string Why)? Outcome(Sentence sentence, Clause clause, IReadOnlyList<string> tools)
    {
        var lookups = calls.Where(static call => !call.IsTransfer && (!call.HasEffect || call.FoundNothing)).ToList();
        if (lookups.Exists(static call => call.IsOpen))
        {
            return null;
        }

        if (lookups.Count == 0)
        {
            return IsTold(sentence) && !KeysOf(sentence).Any() && !tools.Any(tool => ActWords.Read(tool)
                && CallMade.ObjectsOf(tool).Any(one => one.Length > 2 && sentence.Stems.Contains(one)))
                    ? (ClaimOutcome.Undecided, "What the agents were told may say so.")
                : (ClaimOutcome.Invented, "Nothing was looked up.");
        }

        if (lookups.TrueForAll(static call => call.GaveNoAnswer))
        {
            return (ClaimOutcome.Invented, $"{lookups[^1].Name} gave no answer; that nothing is there is invented.");
        }

        var nothing = lookups.FindAll(static call => call.FoundNothing);
        foreach (var (key, words) in KeysOf(sentence))
        {
            // A client who was found by number may well have nothing that was looked for next.
            if (!lookups.Exists(call => Signs(call).Contains(key.Replace('o', '0'), StringComparison.Ordinal)))
            {
                return (ClaimOutcome.Invented, $"\"{words}\" was not what was looked up.");
            }

            if (nothing.Count == 0 && lookups.Exists(call => call is { Succeeded: true }
                && Signs(call).Contains(key.Replace('o', '0'), StringComparison.Ordinal)))
            {
                return (ClaimOutcome.Contradicted, $"\"{words}\" was found.");
            }
        }

        if (UnaskedDay(sentence, lookups) is { } day)
        {
            return (ClaimOutcome.Invented, $"Nothing was looked up for \"{day}\".");
        }

        if (IsOfPerson().IsMatch(clause.Words) && lookups.FindLast(
                call => call.Succeeded && !call.FoundNothing && call.Objects.Any(Persons.Contains)) is { } person
            && !nothing.Exists(call => call.Objects.Any(Persons.Contains) && call.Turn >= person.Turn))
        {
            return (ClaimOutcome.Contradicted, $"{person.Name} found the caller.");
        }

        var denied = IsOfPerson().IsMatch(clause.Words)
            ? nothing.FindAll(call => call.Objects.Any(Persons.Contains)) : nothing;
        if (denied.Count > 0 && denied.TrueForAll(strays.IsStray))
        {
            return (ClaimOutcome.Invented, $"{nothing[^1].Name} was asked for what the caller had not given.");
        }

        if (nothing.Count > 0)
        {
            return (ClaimOutcome.Grounded, $"{nothing[^1].Name} found nothing.");
        }

        var found = lookups.FindLast(
            call => call.Succeeded && (call.Objects.Any(one => one.Length > 3 && sentence.Stems.Contains(one))
            || (Full().IsMatch(clause.Words) && IsCalendar(call))));
        return found is not null
            ? (ClaimOutcome.Contradicted, $"{found.Name} found something.")
            : (ClaimOutcome.Undecided, "Whether what was found is what is denied cannot be told.");
    }

    // "Nothing free on Friday", and only Saturday was asked for.
    private string? UnaskedDay(Sentence sentence, List<CallMade> lookups)
    {
        var days = sentence.Speech.Facts.FindAll(static fact => fact.Kind == FactKind.Date);
        if (days.Count == 0 || !lookups.Exists(call => call.Asked(known.Now).Dates.Count > 0))
        {
            return null;
        }

        var asked = lookups.ConvertAll(call => call.Values(known.Now)).FindAll(static one => one.Dates.Count > 0);
        foreach (var fact in days)
        {
            if (ValueCheck.DayOf(fact.Value) is { } isMeant && !asked.Exists(one => one.Dates.Any(isMeant)))
            {
                return sentence.Words(fact.Start, fact.End);
            }
        }

        return null;
    }

    private static readonly HashSet<string> Persons = [.. (
        "client customer patient tenant member guest caller employee user student owner resident person subscriber policyholder applicant").Split(' ').Select(Stems.Of)];

    private bool IsCalendar(CallMade call) => call.Values(known.Now).Clock.Count > 0
        || call.Name.Split('_').Any(static word => word is "slots" or "openings" or "times" or "availability" or "free" or "slot");

    // Codes, numbers and spelled words of the sentence.
    private static IEnumerable<(string Key, string Words)> KeysOf(Sentence sentence)
    {
        var key = new StringBuilder();
        foreach (var fact in sentence.Speech.Facts.Where(fact => fact.Kind == FactKind.Name
            && sentence.Is(fact.Start - 1, "a", "an", "any", "no", "named", "called")))
        {
            yield return (CodeRule.Form(fact.Value), sentence.Words(fact.Start, fact.End));
        }

        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            key.Clear();
            var end = i;
            while (end < sentence.Tokens.Count && !sentence.Speech.Facts.Exists(fact =>
                fact.Kind is FactKind.Date or FactKind.Time or FactKind.Amount && fact.Start <= end && end < fact.End)
                    && !(end == i && sentence.Tokens[end].Word is "a" or "i"))
            {
                var read = NumberWords.ReadSpelled(sentence.Tokens, end, key);
                var word = sentence.Tokens[end].Word;
                if (read == 0 && ((word.Length > 2 && word.Split('-').All(static one => one.Length == 1))
                    || (word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter) && NumberWords.Ordinal(word) == 0)))
                {
                    key.Append(CodeRule.Form(word));
                    read = 1;
                }

                if (read == 0)
                {
                    break;
                }

                end = Math.Min(end + read, sentence.Tokens.Count);
            }

            if (key.Length >= 3 && end > i && (key.Length >= 4 || !key.ToString().All(char.IsAsciiDigit)))
            {
                yield return (key.ToString(), sentence.Words(i, end));
            }

            i = Math.Max(i, end - 1);
        }
    }

    // "We don't do Sundays": the agents' instructions may speak of it.
    private bool IsTold(Sentence sentence) => sentence.Tokens.Exists(token => Stems.IsContent(token.Word)
        && !Record().IsMatch(token.Word) && known.Told.Exists(told => told.HasStem(Stems.Of(token.Word))));

    private static string Signs(CallMade call) =>
        CodeRule.Form((call.ArgumentsJson + call.AnswerJson).ToLowerInvariant()).Replace('o', '0');

    // "I can't find you", "I don't show you as a patient".
    [GeneratedRegex(@"\b(?:find|see|show|have|locate|got|pull|finding|seeing|showing|locating) you\b(?! (?:a|an|any|another|something|one|the)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex IsOfPerson();

    [GeneratedRegex(
        @"\b(?:file|files|record|records|account|accounts|booking|bookings|appointment|appointments|order|orders|reservation|reservations|ticket|tickets|claim|claims"
        + @"|invoice|invoices|patient|client|customer|member|membership|loan|permit|permits|system|database|list|anything|nothing|anyone|nobody|come up|comes up|coming up|match|matches|under|"
        + @"find|finding|found|locate|opening|openings|slot|slots|free|available|availability|table|tables|room|rooms|seat|seats|spot|spots|one|any|charge|charges|empty|blank|dice|luck|results?|bringing|shows?|showing)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Record();

    // What a record does not say, and what the agent does not know, is no record.
    [GeneratedRegex(
        @"\b(?:details?|information|info|rule|rules|price|prices|date yet|idea|reason|way to|answer|word|guarantee|promise|tell|say|catch|hear|understand|need|problem|charge for|interest|fee|rush|worries|worry|cost|extra|guess|mind|advice|notes? on|wait)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Detail();

    [GeneratedRegex(
        @"\b(?:fully booked|(?<!you(?:'re| are) (?:now )?)all booked|booked (?:solid|up|out)|sold out|all taken|all gone|out of stock|packed|nothing free|no openings?|no availability|completely full|(?:is|are|'s|we're) (?:all )?full|not that i can see|usually full|no [\w'-]+(?: [\w'-]+)? (?:shows?|comes?|turns?) up|came? up empty|no dice)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Full();
}
