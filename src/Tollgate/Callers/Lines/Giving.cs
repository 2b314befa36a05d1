using System.Text.RegularExpressions;
using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Wishes;
using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Lines;

/// <summary>How a caller gives a value: in which words, how carefully, and what is settled with it.</summary>
internal sealed partial class Giving(Agenda agenda, CallerKnowledge knowledge, Wording wording, DateTime now)
{
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

    public SayingStyle StyleOf(AgentAct act, CallerFact fact)
    {
        var careful = fact.Kind is SlotKind.Phone or SlotKind.Code or SlotKind.Email or SlotKind.Name
            or SlotKind.Address or SlotKind.DateOfBirth
            || (act.Kind == ActKind.RequestAgain && fact.Kind is SlotKind.Day or SlotKind.Time
                && knowledge.GaveLast(fact.Slot));
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

    public void Correct(CallerFact fact, LineBuilder line) =>
        Give(fact, "wrong", knowledge.Given(fact.Slot) > 1 ? SayingStyle.Spelled : SayingStyle.Slow, line);

    public void Give(CallerFact fact, string intent, SayingStyle style, LineBuilder line)
    {
        var said = style == SayingStyle.Plain && fact.Spoken is { } spoken
            ? spoken
            : SpokenValue.Say(fact.Kind, fact.Value!, style, now); // Callers of this method checked that it is known.
        if (line.Gives(fact.Slot))
        {
            line.SayValue(wording.Of(IsWhole(fact, intent, said) ? "value_said" : intent, said), said, style);
            line.Does.Add(new CallerAct(CallerAct.Giving(intent), fact.Slot));
            knowledge.Gave(fact.Slot);
            Settle(fact, line);
        }
    }

    public void Settle(CallerFact fact, LineBuilder line)
    {
        if (agenda.Current is { } wish && wish.FactOf(fact.Slot) == fact)
        {
            line.Settles[$"{wish.Wish.Name}.{fact.Slot}"] = fact.Value!; // It was just said.
        }
    }

    // Who wants to end a contract is offered to keep it.
    public void Keep(WishProgress wish, LineBuilder line)
    {
        if (line.Gives("no_keep"))
        {
            line.Reply(wording.Of("no_keep", wish.Wish.Again));
        }
    }

    public static List<CallerFact> FirstOf(WishProgress wish) => wish.Wish.Change is { } change
        ? [.. change.First.Values] : [];

    // The caller has another mind by now: said once, where a value of the first one is before him.
    public bool Change(List<CallerFact> right, LineBuilder line)
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
    public void TakeOther(WishProgress wish, AgentAct act, LineBuilder line)
    {
        foreach (var value in act.Values)
        {
            if (knowledge.SlotOf(wish, value) is { IsKnown: true } fact && !knowledge.Is(fact, value)
                && knowledge.Accepts(wish, fact, value) && SettledValue.Of(value, now) is { } taken)
            {
                Take(wish, fact, taken, line);
            }
        }
    }

    // From now on the caller wants this value of the slot, and not his own.
    public static void Take(WishProgress wish, CallerFact fact, string taken, LineBuilder line)
    {
        wish.Taken[fact.Slot] = taken;
        line.Settles[$"{wish.Wish.Name}.{fact.Slot}"] = taken;
    }

    // "Elevator", "no, nobody's hurt" and "since last night" are answers as they are: nobody says "It's elevator".
    private static bool IsWhole(CallerFact fact, string intent, string said) =>
        (fact.Kind == SlotKind.Other && intent == "value")
        || (fact.Kind is SlotKind.Other or SlotKind.Duration or SlotKind.Quantity or SlotKind.Reason
            && intent is "value" or "value_again" or "wanted" && Whole().IsMatch(said));

    [GeneratedRegex(@"^(yes|yeah|no|nope|not|nobody|none|since|I|we|he|she|it|they|that|there|for|as)\b(?!-)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b(slow|slowly|one (at a time|by one)|digit by digit|number by number|step by step)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Slowly();

    [GeneratedRegex(@"\b(phonetic|as in|words? for|alphabet)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithWords();

    [GeneratedRegex(@"\b(spell|spells|spelled|spelt|spelling|letter by letter)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spelled();
}
