using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Wishes;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Lines;

/// <summary>Puts what a caller does into words, where it is not the rules that do.</summary>
internal sealed class ActLines(Agenda agenda, CallerKnowledge knowledge, Giving giving, Wording wording, DateTime now)
{
    /// <summary>Says what an act does.</summary>
    /// <param name="act">The act; not <see cref="CallerActKind.Next"/> and not <see cref="CallerActKind.Bye"/>.</param>
    /// <param name="heard">The turn that it answers.</param>
    /// <param name="acts">What the ear made of the turn.</param>
    /// <param name="line">Where the words go.</param>
    public void Say(CallerAct act, string heard, IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        switch (act.Kind)
        {
            case CallerActKind.Confirm:
                line.Yes(wording.Of("right"));
                break;
            case CallerActKind.Yes:
                Agree(heard, acts, line);
                break;
            case CallerActKind.No when agenda.Current is { } wish
                && acts.Any(one => Outside.IsContrary(wish, one.Whole)):
                giving.Keep(wish, line);
                break;
            case CallerActKind.Wish:
                line.Say(wording.Of("push", (agenda.Current ?? agenda.Last)?.Wish.Again ?? ""));
                break;
            default:
                if (knowledge.KnownOf(act.Slot) is { } fact)
                {
                    Give(act.Kind, fact, heard, acts, line);
                }
                else
                {
                    line.Reply(wording.Of(IntentOf(act.Kind)));
                }

                break;
        }
    }

    private void Give(
        CallerActKind kind, CallerFact fact, string heard, IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        var given = knowledge.Given(fact.Slot);
        switch (kind)
        {
            case CallerActKind.Rest when knowledge.PartOf(heard, heard) is { } part && part.Fact.Slot == fact.Slot:
                line.SayValue(wording.Of("value", part.Said), part.Said, SayingStyle.Slow);
                knowledge.Gave(fact.Slot);
                break;
            case CallerActKind.Rest or CallerActKind.Again:
                giving.Give(fact, "value_again", given > 1 && fact.Kind is SlotKind.Name or SlotKind.Email
                    ? SayingStyle.Spelled : SayingStyle.Slow, line);
                break;
            case CallerActKind.Spell:
                giving.Give(fact, "value_spelled", given > 2 ? SayingStyle.SpelledWithWords : SayingStyle.Spelled, line);
                break;
            case CallerActKind.Correct when acts.Any(static act => act.Kind is ActKind.Offer or ActKind.AskChoice)
                && !acts.Any(static act => act.Kind is ActKind.ReadBack):
                giving.Give(fact, "decline", SayingStyle.Plain, line);
                break;
            case CallerActKind.Correct:
                giving.Correct(fact, line);
                break;
            case CallerActKind.Choose:
                giving.Give(fact, "take", SayingStyle.Plain, line);
                break;
            case CallerActKind.Other when agenda.Current is { } wish && Offered(wish, fact, heard) is { } value:
                Giving.Take(wish, fact, value, line);
                var said = SpokenValue.Plain(fact.Kind, value, now);
                line.SayValue(wording.Of("take", said), said, SayingStyle.Plain);
                break;
            case CallerActKind.Other:
                line.Yes(wording.Of("take_it"));
                line.Agrees = true;
                break;
            default:
                giving.Give(fact, "value", given > 0 && fact.Kind is not (SlotKind.Day or SlotKind.Time or SlotKind.Other)
                    ? SayingStyle.Slow : SayingStyle.Plain, line);
                break;
        }
    }

    // Leave, or an offer that is taken as it is: what stands in it is what the caller wants from now on.
    private void Agree(string heard, IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        var offers = acts.Any(static act => act.Kind is ActKind.Offer or ActKind.AskChoice);
        line.Yes(wording.Of(offers ? "take_it" : "leave"));
        line.Agrees = true;
        if (agenda.Current is not { } wish)
        {
            return;
        }

        foreach (var value in SpokenValues.Of(Tokens.Of(heard), now))
        {
            if (knowledge.SlotOf(wish, value) is not { IsKnown: true } fact)
            {
                continue;
            }

            if (knowledge.Is(fact, value))
            {
                giving.Settle(fact, line);
            }
            else if (knowledge.Accepts(wish, fact, value) && SettledValue.Of(value, now) is { } taken)
            {
                Giving.Take(wish, fact, taken, line);
            }
        }
    }

    // The first that is offered and that he takes.
    private string? Offered(WishProgress wish, CallerFact fact, string heard) =>
        SpokenValues.Of(Tokens.Of(heard), now)
            .Where(value => FactForms.Fits(value.Kind, fact.Kind) && !knowledge.Is(fact, value)
                && knowledge.Accepts(wish, fact, value))
            .Select(value => SettledValue.Of(value, now)).FirstOrDefault(static value => value is not null);

    private static string IntentOf(CallerActKind kind) => kind switch
    {
        CallerActKind.Unknown => "unknown",
        CallerActKind.No => "decline_offer",
        CallerActKind.Any => "no_preference",
        CallerActKind.YesNo => "no_outside",
        CallerActKind.Insist => "insist",
        CallerActKind.Wait => "wait",
        CallerActKind.Okay => "okay",
        CallerActKind.Sorry => "lost",
        _ => "unknown_open",
    };
}
