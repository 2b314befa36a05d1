using System.Text.RegularExpressions;
using Tollgate.Acts;
using Tollgate.Language;
using Tollgate.Suites.Briefs;

namespace Tollgate.Callers;

/// <summary>What a caller answers to what the agent wants of him: values, corrections, leave, choices.</summary>
internal sealed partial class Answers(Agenda agenda, Knowledge knowledge, Wording wording, DateTime now)
{
    /// <summary>Read-backs: a wrong one is corrected, always; else a right one is confirmed.</summary>
    public void ReadBacks(IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        var confirmed = false;
        foreach (var act in acts.Where(act => act.Kind == ActKind.ReadBack))
        {
            var (right, wrong) = knowledge.Compare(act, strict: false);
            foreach (var fact in wrong)
            {
                Correct(fact, line);
            }

            // "There you are, Rosa. Which day would you like?" wants the day, and no yes.
            if (wrong.Count == 0 && !Change(right, line))
            {
                confirmed |= act.Sentence.Contains('?', StringComparison.Ordinal) || !acts.Any(IsQuestion);
            }
        }

        if (confirmed && !line.Answers)
        {
            line.Say(wording.Of("right"));
            line.Answers = true;
        }
    }

    /// <summary>
    /// Times that are told to a caller who waits for one, without a question: he takes his own, or one that he accepts.
    /// </summary>
    public void Openings(IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        if (line.Answers || agenda.Current is not { Wish.Does.Count: > 0, IsCarriedOut: false } wish
            || acts.Any(act => act.Kind is ActKind.ClaimDone or ActKind.NotFound or ActKind.Refuse))
        {
            return;
        }

        foreach (var act in acts.Where(act => act.Kind == ActKind.Inform && act.Values.Any(value =>
            value.Kind is FactKind.Date or FactKind.Time && knowledge.Takes(wish, value))))
        {
            Offer(wish, act with { Kind = ActKind.AskChoice }, line);
        }
    }

    /// <summary>Questions for a value, each answered in one breath.</summary>
    public void Requests(IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var act in acts.Where(act =>
            act.Kind is ActKind.Request or ActKind.RequestAgain or ActKind.RequestSpelling))
        {
            Request(act, told, line);
        }
    }

    /// <summary>"Shall I go ahead?"</summary>
    public void Leave(IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        foreach (var act in acts.Where(act => act.Kind == ActKind.ConfirmAction))
        {
            if (agenda.Current is not { } wish)
            {
                line.Say(wording.Of("no_leave"));
                line.Answers = true;
                continue;
            }

            var (right, wrong) = knowledge.Compare(act, strict: true);
            wrong.RemoveAll(fact => act.Values.Any(value =>
                FactForms.Fits(value.Kind, fact.Kind) && knowledge.Accepts(wish, fact, value)));
            foreach (var fact in wrong)
            {
                Correct(fact, line);
            }

            // Asked for leave in general, he may still think of something else.
            if (wrong.Count == 0 && !Change(act.Values.Count == 0 ? FirstOf(wish) : right, line))
            {
                TakeOther(wish, act, line);
                line.Say(wording.Of("leave"));
                line.Answers = line.Agrees = true;
            }
        }
    }

    /// <summary>
    /// Nothing was found under what the caller said, and the agent wonders: he says it again, with care.
    /// </summary>
    public void NotFoundUnder(IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        if (!line.Answers && agenda.Current is { } wish && acts.Any(act => act.Kind == ActKind.NotFound)
            && acts.Any(act => act.Kind is ActKind.AskChoice or ActKind.Clarify
                || (act.Kind is ActKind.Request or ActKind.RequestAgain && act.Slot is null or SlotKind.Other)))
        {
            SayKeyAgain(wish, line);
        }
    }

    /// <summary>
    /// Offers and choices: by the wish's own values, by what it accepts, else by whether it still helps.
    /// </summary>
    public void Offers(IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        foreach (var act in acts.Where(act => act.Kind is ActKind.Offer or ActKind.AskChoice))
        {
            if (agenda.Current is { } wish)
            {
                Offer(wish, act, line);
            }
            else
            {
                var helps = agenda.Last is { State: WishState.Unmet } && act.Kind == ActKind.Offer
                    && ComesBack().IsMatch(act.Sentence);
                line.Say(wording.Of(helps ? "take_it" : "decline_offer"));
                line.Answers = true;
                line.Agrees |= helps;
            }
        }
    }

    /// <summary>A value that the agent has wrong, whatever it says it in.</summary>
    public bool CorrectsClaim(AgentAct act, LineBuilder line)
    {
        var (_, wrong) = knowledge.Compare(act, strict: true);
        if (agenda.Current is { } wish)
        {
            wrong.RemoveAll(fact => act.Values.Any(value =>
                FactForms.Fits(value.Kind, fact.Kind) && knowledge.Accepts(wish, fact, value)));
        }

        // What is done has numbers and prices of its own; a day or a time is wrong only where the wish has another.
        wrong.RemoveAll(fact => fact.Kind is not (SlotKind.Day or SlotKind.Time or SlotKind.Phone or SlotKind.Email)
            || (agenda.Current?.FactOf(fact.Slot) != fact && fact.Kind is SlotKind.Day or SlotKind.Time));
        foreach (var fact in wrong)
        {
            Correct(fact, line);
        }

        return wrong.Count > 0;
    }

    /// <summary>A value of the wish, said once more and with care: the agent could not find what it names.</summary>
    public bool SayKeyAgain(WishProgress wish, LineBuilder line)
    {
        var key = wish.Facts.Where(fact => fact.IsKnown
            && fact.Kind is SlotKind.Code or SlotKind.Phone or SlotKind.Email)
            .Concat(wish.Facts.Where(fact => fact.IsKnown && fact.Kind == SlotKind.Name))
            .FirstOrDefault(fact => knowledge.Given(fact.Slot) is > 0 and < 3);
        if (key is null)
        {
            return false;
        }

        Give(key, "insist_value", SayingStyle.Slow, line);
        return true;
    }

    private static bool IsQuestion(AgentAct act) => act.Kind is ActKind.Request or ActKind.RequestAgain
        or ActKind.RequestSpelling or ActKind.ConfirmAction or ActKind.Offer or ActKind.AskChoice
            or ActKind.AnythingElse;

    private void Request(AgentAct act, HashSet<string> told, LineBuilder line)
    {
        var fact = knowledge.Asked(act);
        if (PartOf().Match(act.Sentence) is { Success: true } part && Part(fact, part, line))
        {
            return;
        }

        if (fact is null || (fact.Kind == SlotKind.Reason && knowledge.Given(fact.Slot) > 0
            && YesNo().IsMatch(act.Sentence)))
        {
            Open(fact is null ? act : act with { Slot = SlotKind.Other }, line);
        }
        else if (!told.Add(fact.Slot))
        {
            return;
        }
        else if (!fact.IsKnown)
        {
            line.Say(wording.Of("unknown"));
            line.Answers = true;
        }
        else
        {
            var style = StyleOf(act, fact);
            Give(fact, style switch
            {
                >= SayingStyle.Spelled => "value_spelled",
                SayingStyle.Slow => "value_again",
                _ => "value",
            }, style, line);
        }
    }

    // "Just the last four digits, please."
    private bool Part(CallerFact? asked, Match part, LineBuilder line)
    {
        if ((asked is { IsKnown: true, Kind: SlotKind.Phone or SlotKind.Code } ? asked
            : knowledge.LastNumber) is not { } fact)
        {
            return false;
        }

        var signs = fact.Value!.Where(char.IsLetterOrDigit).ToArray(); // It is known.
        var many = part.Groups["many"].Value.ToLowerInvariant() switch
        {
            "two" or "2" => 2,
            "three" or "3" => 3,
            "four" or "4" => 4,
            "five" or "5" => 5,
            _ => 6,
        };
        if (many >= signs.Length)
        {
            return false;
        }

        var some = part.Groups["which"].Value.StartsWith("f", StringComparison.OrdinalIgnoreCase)
            && !part.Groups["which"].Value.StartsWith("fin", StringComparison.OrdinalIgnoreCase)
                ? signs[..many] : signs[^many..];
        var said = SpokenValue.Say(SlotKind.Code, new string(some), SayingStyle.Slow, now);
        line.SayValue(wording.Of("value", said), said, SayingStyle.Slow);
        return true;
    }

    // Nothing in the brief answers it.
    private void Open(AgentAct act, LineBuilder line)
    {
        if (act.Slot is SlotKind.Reason or SlotKind.Message && (agenda.Current ?? agenda.Last) is { } wish)
        {
            line.SayValue(wish.Wish.Again, "", SayingStyle.Plain);
        }
        else if (IsReadBack(act))
        {
            line.Say(wording.Of("right"));
            line.Answers = true;
        }
        else if (line.Answers && act.Slot is null or SlotKind.Other)
        {
            // "... and tell me your name, would you?": what was asked is answered.
        }
        else if (agenda.Current is null && agenda.Next is not null
            && act.Slot is null or SlotKind.Reason or SlotKind.Other)
        {
            // "What can I do for you?": the next wish is the answer.
        }
        else if (When().IsMatch(act.Sentence) && agenda.Current?.Facts.Where(fact =>
            fact.IsKnown && fact.Kind is SlotKind.Day or SlotKind.Time).OrderBy(fact => fact.Kind)
                .ToList() is { Count: > 0 } whens)
        {
            whens.ForEach(fact => Give(fact, "value", SayingStyle.Plain, line));
        }
        else
        {
            line.Say(wording.Of(
                When().IsMatch(act.Sentence) || act.Slot is SlotKind.Day or SlotKind.Time or SlotKind.Duration
                    or SlotKind.Quantity ? "no_preference"
                : YesNo().IsMatch(act.Sentence) ? "unknown_yes_no" : "unknown"));
            line.Answers = true;
        }
    }

    // "K, O, W, A, L, I, K, with a K like kite?": a question with a value that the caller has given.
    private bool IsReadBack(AgentAct act) => act.Slot is null or SlotKind.Other
        && SpokenValues.Of(Tokens.Of(act.Sentence), now) is { Count: > 0 } values
        && values.Exists(value => knowledge.HasGiven(value));

    private SayingStyle StyleOf(AgentAct act, CallerFact fact)
    {
        var careful = fact.Kind is SlotKind.Phone or SlotKind.Code or SlotKind.Email or SlotKind.Name
            or SlotKind.Address
            or SlotKind.Day or SlotKind.Time or SlotKind.DateOfBirth;
        var asked = act.Kind == ActKind.RequestSpelling
            ? (WithWords().IsMatch(act.Sentence) ? SayingStyle.SpelledWithWords : SayingStyle.Spelled)
            : Slowly().IsMatch(act.Sentence) ? SayingStyle.Slow : SayingStyle.Plain;
        var patience = knowledge.Given(fact.Slot) switch
        {
            0 => SayingStyle.Plain,
            1 => SayingStyle.Slow,
            2 => SayingStyle.Spelled,
            _ => SayingStyle.SpelledWithWords,
        };
        return !careful && act.Kind != ActKind.RequestSpelling ? SayingStyle.Plain : asked > patience ? asked
            : patience;
    }

    private void Correct(CallerFact fact, LineBuilder line) =>
        Give(fact, "wrong", knowledge.Given(fact.Slot) > 1 ? SayingStyle.Spelled : SayingStyle.Slow, line);

    private void Give(CallerFact fact, string intent, SayingStyle style, LineBuilder line)
    {
        var said = style == SayingStyle.Plain && fact.Spoken is { } spoken
            ? spoken
            : SpokenValue.Say(fact.Kind, fact.Value!, style, now); // Whoever calls has seen that it is known.
        line.SayValue(wording.Of(intent, said), said, style);
        knowledge.Gave(fact.Slot);
        Settle(fact, line);
    }

    private void Settle(CallerFact fact, LineBuilder line)
    {
        if (agenda.Current is { } wish && wish.FactOf(fact.Slot) == fact)
        {
            line.Settles[$"{wish.Wish.Name}.{fact.Slot}"] = fact.Value!; // It was just said.
        }
    }

    private static List<CallerFact> FirstOf(WishProgress wish) => wish.Wish.Change is { } change
        ? [.. change.First.Values] : [];

    // The caller has another mind by now: said once, where a value of the first one is before him.
    private bool Change(List<CallerFact> right, LineBuilder line)
    {
        if (agenda.Current is not { Changed: false, Wish.Change: { } change } wish
            || !right.Any(fact => change.First.Values.Contains(fact)))
        {
            return false;
        }

        wish.Changed = true;
        // A change is of the wish's own facts.
        var finals = change.First.Keys.Select(slot => wish.FactOf(slot)!).ToList();
        var said = string.Join(" ", finals.OrderBy(fact => fact.Kind).Select((fact, i) =>
            (i > 0 && fact.Kind == SlotKind.Time ? "at " : "")
            + (fact.Spoken ?? SpokenValue.Say(fact.Kind, fact.Value!, SayingStyle.Plain, now))));
        line.SayValue(wording.Of("change", said), said, SayingStyle.Plain);
        foreach (var fact in finals)
        {
            knowledge.Gave(fact.Slot);
            Settle(fact, line);
        }

        return true;
    }

    // What was offered instead of the wish's own value and is taken is what the caller wants from now on.
    private void TakeOther(WishProgress wish, AgentAct act, LineBuilder line)
    {
        foreach (var value in act.Values)
        {
            if (knowledge.SlotOf(wish, value) is { IsKnown: true } fact && !knowledge.Is(fact, value)
                && knowledge.Accepts(wish, fact, value) && SettledValue.Of(value, now) is { } taken)
            {
                wish.Taken[fact.Slot] = taken;
                line.Settles[$"{wish.Wish.Name}.{fact.Slot}"] = taken;
            }
        }
    }

    private void Offer(WishProgress wish, AgentAct act, LineBuilder line)
    {
        var fitting = act.Values.Where(value => knowledge.SlotOf(wish, value) is not null).ToList();
        var exact = fitting.Where(value => knowledge.SlotOf(wish, value) is { IsKnown: true } fact
            && knowledge.Is(fact, value))
            .Select(value => knowledge.SlotOf(wish, value)!).Distinct().ToList();
        var other = fitting.Where(value => knowledge.SlotOf(wish, value) is { IsKnown: true } fact
            && !knowledge.Is(fact, value)).ToList();
        var missed = other.Select(value => knowledge.SlotOf(wish, value)!)
            .Where(fact => !exact.Contains(fact)).Distinct()
            .ToList();
        if (fitting.Count == 0)
        {
            Plain(wish, act, line);
        }
        else if (missed.Count == 0)
        {
            foreach (var fact in exact.Where(fact => act.Kind == ActKind.AskChoice || other.Count > 0))
            {
                Give(fact, "take", SayingStyle.Plain, line);
            }

            if (!line.Answers)
            {
                line.Say(wording.Of("take_it"));
                line.Answers = true;
                exact.ForEach(fact => Settle(fact, line));
            }
        }
        else if (missed.All(fact => other.Any(value => knowledge.SlotOf(wish, value) == fact
            && knowledge.Accepts(wish, fact, value))))
        {
            TakeFirst(wish, missed, other, line);
        }
        else
        {
            Give(missed[0], "decline", SayingStyle.Plain, line);
        }
    }

    // The first of those that are offered and accepted.
    private void TakeFirst(WishProgress wish, List<CallerFact> missed, List<Fact> offered, LineBuilder line)
    {
        foreach (var fact in missed)
        {
            var value = offered.First(value => knowledge.SlotOf(wish, value) == fact
                && knowledge.Accepts(wish, fact, value));
            if (SettledValue.Of(value, now) is { } taken)
            {
                wish.Taken[fact.Slot] = taken;
                line.Settles[$"{wish.Wish.Name}.{fact.Slot}"] = taken;
                var said = SpokenValue.Plain(fact.Kind, taken, now);
                line.SayValue(wording.Of("take", said), said, SayingStyle.Plain);
            }
            else
            {
                line.Say(wording.Of("take_it"));
                line.Answers = true;
            }
        }
    }

    // An offer without a value of the wish's own slots.
    private void Plain(WishProgress wish, AgentAct act, LineBuilder line)
    {
        if (act.Kind == ActKind.AskChoice)
        {
            if (PartOfDay(wish, act.Sentence) is { } part)
            {
                line.SayValue(wording.Of("take", part), part, SayingStyle.Plain);
            }
            else if (InSentence(wish, act.Sentence) is { } fact)
            {
                Give(fact, "take", SayingStyle.Plain, line);
            }
            else
            {
                // "Any fever, trouble breathing?" wants a no, "this week or next?" a choice.
                line.Say(wording.Of(YesNo().IsMatch(act.Sentence) && !Prefers().IsMatch(act.Sentence)
                    ? "unknown_yes_no" : "no_preference"));
            }
        }
        else
        {
            line.Say(wording.Of("take_it"));
            line.Agrees = true;
        }

        line.Answers = true;
    }

    // "Is morning or afternoon better?"
    private static string? PartOfDay(WishProgress wish, string sentence) =>
        wish.Facts.FirstOrDefault(fact => fact.Kind == SlotKind.Time)?.Value is { } time
        && TimeOnly.TryParse(time, System.Globalization.CultureInfo.InvariantCulture, out var at)
        && DayParts().Count(sentence) > 1
            ? at.Hour < 12 ? "in the morning" : at.Hour < 18 ? "in the afternoon" : "in the evening"
            : null;

    private static CallerFact? InSentence(WishProgress wish, string sentence) => wish.Facts.FirstOrDefault(fact =>
        fact.Value is { Length: > 2 } value && sentence.Contains(value, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\b(slow|slowly|one (at a time|by one)|digit by digit|number by number|step by step)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Slowly();

    [GeneratedRegex(@"\b(phonetic|as in|words? for|alphabet)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithWords();

    [GeneratedRegex(@"(^|[,.;] |and |so |but )(do|does|did|is|are|was|were|have|has|had|can|could|will|would|any)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"\b(which|rather|prefer|better|works?|suits?|like)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefers();

    [GeneratedRegex(@"\b(?<which>last|first|final) (?<many>two|three|four|five|six|[2-6]) (digits?|numbers?|figures?|letters?|signs?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartOf();

    [GeneratedRegex(@"\bwhen('s|\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex When();

    [GeneratedRegex(@"\b(morning|afternoon|evening)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayParts();

    [GeneratedRegex(@"\b(call|ring|message|note|team|somebody|someone|colleague|transfer|through|connect)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ComesBack();
}
