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
            if (wrong.Count == 0 && act.Asks && Another().IsMatch(act.Sentence))
            {
                line.Reply(wording.Of("same_one"));
            }
            else if (wrong.Count == 0 && !Change(right, line))
            {
                confirmed |= act.Asks || (right.Count > 0 && !acts.Any(IsQuestion));
            }
        }

        if (confirmed && !line.Answers)
        {
            line.Yes(wording.Of("right"));
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
                line.Reply(wording.Of("no_leave"));
                continue;
            }

            if (IsContrary(wish, act.Whole))
            {
                line.Reply(wording.Of("no_keep", wish.Wish.Again));
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
                line.Yes(wording.Of("leave"));
                line.Agrees = true;
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
                line.Reply(wording.Of(helps ? "take_it" : "decline_offer"));
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

    /// <summary>The act waits for an answer.</summary>
    public static bool IsQuestion(AgentAct act) => act.Kind is ActKind.Request or ActKind.RequestAgain
        or ActKind.RequestSpelling or ActKind.ConfirmAction or ActKind.Offer or ActKind.AskChoice
            or ActKind.AnythingElse;

    private void Request(AgentAct act, HashSet<string> told, LineBuilder line)
    {
        if (knowledge.PartAsked is { } part && act.SlotName == part.Fact.Slot)
        {
            line.SayValue(wording.Of("value", part.Said), part.Said, SayingStyle.Slow);
            return;
        }

        var fact = knowledge.Asked(act);

        // "Is there another treatment that I could look up?"
        if (agenda.Current is { Wish.Missing: not null } && Another().IsMatch(act.Sentence)
            && !Wh().IsMatch(act.Sentence)
            && (fact is null || (knowledge.Given(fact.Slot) > 0 && !Another().IsMatch(fact.Slot.Replace('_', ' ')))))
        {
            line.Reply(wording.Of("decline_offer"));
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
            line.Evade(wording.Of("unknown"));
        }
        else
        {
            var style = StyleOf(act, fact);
            Give(fact, style switch
            {
                >= SayingStyle.Spelled => "value_spelled",
                SayingStyle.Slow => "value_again",
                _ => WantsOf().IsMatch(act.Sentence) && fact.Kind is SlotKind.Day or SlotKind.Time or SlotKind.Quantity
                    or SlotKind.Duration ? "wanted" : "value",
            }, style, line);
        }
    }

    // Nothing in the brief answers it.
    private void Open(AgentAct act, LineBuilder line)
    {
        var wish = agenda.Current ?? agenda.Last;
        if (act.Slot is SlotKind.Reason or SlotKind.Message && wish is not null && !Why().IsMatch(act.Sentence))
        {
            line.SayValue(wish.Wish.Again, "", SayingStyle.Plain);
        }
        else if (agenda.Current is null && agenda.Next is not null
            && act.Slot is null or SlotKind.Reason or SlotKind.Other)
        {
            // "What can I do for you?": the next wish is the answer.
        }
        else if (IsReadBack(act))
        {
            line.Yes(wording.Of(Another().IsMatch(act.Sentence) ? "same_one" : "right"));
        }
        else if (wish is not null && IsContrary(wish, act.Whole))
        {
            line.Reply(wording.Of("no_keep", wish.Wish.Again));
        }
        else if (When().IsMatch(act.Sentence) && agenda.Current?.Facts.Where(fact =>
            fact.IsKnown && fact.Kind is SlotKind.Day or SlotKind.Time).OrderBy(fact => fact.Kind)
                .ToList() is { Count: > 0 } whens)
        {
            whens.ForEach(fact => Give(fact, "value", SayingStyle.Plain, line));
        }
        else if (Helps().IsMatch(act.Sentence))
        {
            line.Yes(wording.Of("helped"));
            if (agenda.Current is { Wish.Does.Count: 0 } told)
            {
                agenda.Close(told, WishState.Met);
            }
        }
        else
        {
            line.Evade(wording.Of(Outside(act)));
        }
    }

    // What people say to a question that has nothing to do with what they called about.
    private static string Outside(AgentAct act) =>
        act.Slot is SlotKind.Day or SlotKind.Time && !Past().IsMatch(act.Sentence) ? "any_time"
        : Why().IsMatch(act.Sentence) ? "unknown_why"
        : Wh().IsMatch(act.Sentence) ? act.Slot is SlotKind.Code or SlotKind.Phone or SlotKind.Email ? "unknown"
            : act.Slot is SlotKind.Day or SlotKind.Time or SlotKind.Duration or SlotKind.Quantity
                || When().IsMatch(act.Sentence) ? "unknown_when" : "unknown_open"
        : IsItOne().IsMatch(act.Sentence) ? "yes_outside"
        : YesNo().IsMatch(act.Sentence) || act.Asks ? "no_outside"
        : "unknown";

    // Who wants to end a contract does not want to keep it, whatever it costs.
    private static bool IsContrary(WishProgress wish, string sentence) =>
        wish.Wish.Does.Any(static call => Ends().IsMatch(call.Tool.Replace('_', ' ')))
        && (Keeps().IsMatch(sentence) || OrEnds().IsMatch(sentence))
        && !Ends().IsMatch(StillEnds().Replace(sentence, ""));

    // "K, O, W, A, L, I, K, with a K like kite?": a question with a value that the caller has given.
    private bool IsReadBack(AgentAct act) => act.Slot is null or SlotKind.Other
        && SpokenValues.Of(Tokens.Of(act.Sentence), now) is { Count: > 0 } values
        && values.Exists(value => knowledge.HasGiven(value));

    private SayingStyle StyleOf(AgentAct act, CallerFact fact)
    {
        var careful = fact.Kind is SlotKind.Phone or SlotKind.Code or SlotKind.Email or SlotKind.Name
            or SlotKind.Address or SlotKind.DateOfBirth
            || (act.Kind == ActKind.RequestAgain && fact.Kind is SlotKind.Day or SlotKind.Time);
        var asked = act.Kind == ActKind.RequestSpelling
            || Spelled().IsMatch(act.Whole)
            ? (WithWords().IsMatch(act.Sentence) ? SayingStyle.SpelledWithWords : SayingStyle.Spelled)
            : Slowly().IsMatch(act.Sentence) ? SayingStyle.Slow : SayingStyle.Plain;
        var patience = knowledge.Given(fact.Slot) switch
        {
            0 => SayingStyle.Plain,
            1 => SayingStyle.Slow,
            2 => SayingStyle.Spelled,
            _ => SayingStyle.SpelledWithWords,
        };
        return !careful && asked < SayingStyle.Spelled ? SayingStyle.Plain : asked > patience ? asked
            : patience;
    }

    private void Correct(CallerFact fact, LineBuilder line) =>
        Give(fact, "wrong", knowledge.Given(fact.Slot) > 1 ? SayingStyle.Spelled : SayingStyle.Slow, line);

    private void Give(CallerFact fact, string intent, SayingStyle style, LineBuilder line)
    {
        var said = style == SayingStyle.Plain && fact.Spoken is { } spoken
            ? spoken
            : SpokenValue.Say(fact.Kind, fact.Value!, style, now); // Whoever calls has seen that it is known.
        if (line.Gives(fact.Slot))
        {
            line.SayValue(wording.Of(intent, said), said, style);
            knowledge.Gave(fact.Slot);
            Settle(fact, line);
        }
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
        if (act is { Kind: ActKind.AskChoice, SlotName: { } slot }
            && knowledge.OwnAndCurrent().FirstOrDefault(fact => fact.IsKnown && fact.Slot == slot) is { } chosen
            && knowledge.IsSaidIn(chosen, act.Whole))
        {
            Give(chosen, "wanted", SayingStyle.Plain, line);
            return;
        }

        if (IsContrary(wish, act.Whole))
        {
            line.Reply(wording.Of("no_keep", wish.Wish.Again));
            return;
        }

        if (wish.Wish.Missing is not null && act.Kind == ActKind.Offer && Another().IsMatch(act.Sentence))
        {
            line.Reply(wording.Of("decline_offer"));
            return;
        }

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
            // "On Friday I have ten or two" asks for the time alone.
            var open = exact.FindAll(fact => other.Exists(value => FactForms.Fits(value.Kind, fact.Kind)));
            foreach (var fact in (open.Count > 0 ? open : exact).Where(fact =>
                act.Kind == ActKind.AskChoice || other.Count > 0))
            {
                Give(fact, "take", SayingStyle.Plain, line);
            }

            if (!line.Answers)
            {
                line.Yes(wording.Of("take_it"));
                exact.ForEach(fact => Settle(fact, line));
            }
        }
        else if (missed.All(fact => other.Any(value => knowledge.SlotOf(wish, value) == fact
            && knowledge.Accepts(wish, fact, value))))
        {
            TakeFirst(wish, missed, other, line);
        }
        else if (missed.Find(static fact => fact.Kind is SlotKind.Day or SlotKind.Time or SlotKind.Amount
            or SlotKind.Duration or SlotKind.Name) is { } needed)
        {
            Give(needed, "decline", SayingStyle.Plain, line);
        }
        else
        {
            Plain(wish, act, line);
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
                line.Yes(wording.Of("take_it"));
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
            else if ((Unsaid(wish) ?? knowledge.ChosenLast) is { } waiting && act.Whole.Contains(" or ", StringComparison.Ordinal))
            {
                Give(waiting, "wanted", SayingStyle.Plain, line);
            }
            else
            {
                // "Any fever, trouble breathing?" wants a no, "this week or next?" a choice.
                line.Evade(wording.Of(YesNo().IsMatch(act.Sentence) && !Prefers().IsMatch(act.Sentence)
                    ? "no_outside" : "no_preference"));
            }
        }
        else
        {
            line.Yes(wording.Of("take_it"));
            line.Agrees = true;
        }
    }

    // The one value of the wish that he has not said, and that a choice may be about.
    private CallerFact? Unsaid(WishProgress wish) => wish.Facts.Where(fact => fact.IsKnown
        && fact.Kind is SlotKind.Other or SlotKind.Quantity or SlotKind.Duration && knowledge.Given(fact.Slot) == 0)
        .ToList() is [var only] ? only : null;

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

    [GeneratedRegex(@"\b(spell|spells|spelled|spelt|spelling|letter by letter)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spelled();

    [GeneratedRegex(@"\b(like|want|prefer|suits?|works?|shall|should|need|hoping|come|have in mind|would you|were you thinking)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WantsOf();

    [GeneratedRegex(@"\b(why|what (made|makes|is making|brought|brings)|what's making|how come|reason)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Why();

    [GeneratedRegex(@"\b(what|what's|which|who|who's|where|where's|when|how)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wh();

    [GeneratedRegex(@"\b(did|was|were|has|since|ago|started|happened|long)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Past();

    [GeneratedRegex(@"^(so |and |but |okay |then |now |sorry )*(is|was|are|were) (it|this|that|the|your|you|he|she|they|these|those)\b(?! (any|anyone|anybody|allergic|pregnant|taking|in pain|hurt|alone|able))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsItOne();

    [GeneratedRegex(@"^(all|everything) (good|clear|set|fine|okay|ok|right)\b|\b(does|did|has|do) (that|this|it|all that|i|these|those) (all )?(help|helped|clear|clears|answer|answered|make sense|explain|settle)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Helps();

    [GeneratedRegex(@"\b(different|another|other|separate|second|instead|else)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Another();

    [GeneratedRegex(@"\b(end|ends|ending|ended|cancel|cancels|cancelling|canceling|cancelled|canceled|close|closing|stop|stopping|terminate|leave|leaving|return|pause|delete)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b((the|to) end of|instead of \w+ing|instead of (it )?\w+ing|or (would|do|should|shall|will) (you|i|we)\b.*|or (still|rather)\b.*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StillEnds();

    [GeneratedRegex(@"\bor (would|do|should|shall|will)? ?(you|i|we)? ?(still |rather |prefer to |really |want to |like to )+(end|cancel|close|stop|leave)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrEnds();

    [GeneratedRegex(@"\b(keep|keeping|stay|stayed|staying|remain|knock|discount|bring .{1,30} down|lower|cheaper|off your|off the|another (year|\w+ months)|runs on|hung around|hang on to|hold on to|change (your mind|anything)|reconsider|instead|win you back|make it worth)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Keeps();

    [GeneratedRegex(@"\bwhen('s|\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex When();

    [GeneratedRegex(@"\b(morning|afternoon|evening)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayParts();

    [GeneratedRegex(@"\b(call|ring|message|note|team|somebody|someone|colleague|transfer|through|connect)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ComesBack();
}
