using System.Text.RegularExpressions;
using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Wishes;
using Tollgate.Language.Facts;
using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Lines;

/// <summary>What a caller says to offers and choices.</summary>
internal sealed partial class Choices(
    Agenda agenda, CallerKnowledge knowledge, Giving giving, Wording wording, DateTime now)
{
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

    private void Offer(WishProgress wish, AgentAct act, LineBuilder line)
    {
        if (act is { Kind: ActKind.AskChoice, SlotName: { } slot }
            && knowledge.OwnAndCurrent().FirstOrDefault(fact => fact.IsKnown && fact.Slot == slot) is { } chosen
            && knowledge.IsSaidIn(chosen, act.Whole))
        {
            giving.Give(chosen, "wanted", SayingStyle.Plain, line);
            return;
        }

        if (Outside.IsContrary(wish, act.Whole))
        {
            giving.Keep(wish, line);
            return;
        }

        if (wish.Wish.Missing is not null && act.Kind == ActKind.Offer && Outside.Another().IsMatch(act.Sentence))
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
            // "Thursday is free in the morning and in the afternoon" asks for the half of the day.
            if (act.Kind == ActKind.AskChoice && other.Count == 0 && InSentence(wish, act.Sentence) is { } named
                && !exact.Contains(named) && knowledge.Given(named.Slot) == 0)
            {
                exact = [named];
            }

            // "On Friday I have ten or two" asks for the time alone.
            var open = exact.FindAll(fact => other.Exists(value => FactForms.Fits(value.Kind, fact.Kind)));
            var times = exact.FindAll(static fact => fact.Kind == SlotKind.Time);
            foreach (var fact in (open.Count > 0 ? open : times.Count > 0 ? times : exact).Where(fact =>
                act.Kind == ActKind.AskChoice || other.Count > 0))
            {
                giving.Give(fact, "take", SayingStyle.Plain, line);
            }

            if (!line.Answers)
            {
                line.Yes(wording.Of("take_it"));
                exact.ForEach(fact => giving.Settle(fact, line));
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
            giving.Give(needed, "decline", SayingStyle.Plain, line);
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
                Giving.Take(wish, fact, taken, line);
                var said = SpokenValue.Plain(fact.Kind, taken, now);
                line.SayValue(wording.Of("take", said), said, SayingStyle.Plain);
                line.Does.Add(new CallerAct(CallerActKind.Other, fact.Slot));
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
                line.Does.Add(new CallerAct(CallerActKind.Choose, "time"));
            }
            else if (InSentence(wish, act.Sentence) is { } fact)
            {
                giving.Give(fact, "take", SayingStyle.Plain, line);
            }
            else if (knowledge.ChosenLast is { } waiting && act.Values.Count == 0
                && act.Whole.Contains(" or ", StringComparison.Ordinal))
            {
                giving.Give(waiting, "wanted", SayingStyle.Plain, line);
            }
            else
            {
                // "Any fever, trouble breathing?" wants a no, "this week or next?" a choice.
                line.Evade(wording.Of(Outside.YesNo().IsMatch(act.Sentence) && !Prefers().IsMatch(act.Sentence)
                    ? "no_outside" : "no_preference"));
            }
        }
        else
        {
            line.Yes(wording.Of("take_it"));
            line.Agrees = true;
        }
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

    [GeneratedRegex(@"\b(which|rather|prefer|better|works?|suits?|like)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefers();

    [GeneratedRegex(@"\b(morning|afternoon|evening)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayParts();

    [GeneratedRegex(@"\b(call|ring|message|note|team|somebody|someone|colleague|transfer|through|connect)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ComesBack();
}
