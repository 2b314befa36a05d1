using System.Text.RegularExpressions;
using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Wishes;
using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Lines;

/// <summary>What a caller answers to what the agent wants of him: values, corrections, leave.</summary>
internal sealed partial class Answers(
    Agenda agenda, CallerKnowledge knowledge, Giving giving, Wording wording, DateTime now)
{
    /// <summary>Read-backs: a wrong one is corrected, always; else a right one is confirmed.</summary>
    public void ReadBacks(IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        var confirmed = false;
        foreach (var act in acts.Where(act => act.Kind == ActKind.ReadBack))
        {
            var (right, wrong) = knowledge.Compare(act, strict: false);
            foreach (var fact in wrong.Where(fact => !acts.Any(asked => asked.Kind is ActKind.Request
                or ActKind.RequestAgain or ActKind.RequestSpelling && knowledge.Asked(asked) == fact)))
            {
                giving.Correct(fact, line);
            }

            // "There you are, Rosa. Which day would you like?" wants the day, and no yes.
            if (wrong.Count == 0 && act.Asks && Outside.Another().IsMatch(act.Sentence))
            {
                line.Reply(wording.Of("same_one"));
            }
            else if (wrong.Count == 0 && !giving.Change(right, line))
            {
                confirmed |= act.Asks || (right.Count > 0 && !acts.Any(IsQuestion));
            }
        }

        if (confirmed && !line.Answers)
        {
            line.Yes(wording.Of("right"));
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
        foreach (var act in acts.Where(act => act.Kind == ActKind.ConfirmAction
            || (act is { Kind: ActKind.Clarify, Asks: true } && agenda.Current is { } open
                && Outside.IsContrary(open, act.Whole))))
        {
            if (agenda.Current is not { } wish)
            {
                line.Reply(wording.Of("no_leave"));
                continue;
            }

            if (Outside.IsContrary(wish, act.Whole))
            {
                giving.Keep(wish, line);
                continue;
            }

            var (right, wrong) = knowledge.Compare(act, strict: true);
            wrong.RemoveAll(fact => act.Values.Any(value =>
                FactForms.Fits(value.Kind, fact.Kind) && knowledge.Accepts(wish, fact, value)));
            foreach (var fact in wrong)
            {
                giving.Correct(fact, line);
            }

            // Asked for leave in general, he may still think of something else.
            if (wrong.Count == 0 && !giving.Change(act.Values.Count == 0 ? Giving.FirstOf(wish) : right, line))
            {
                giving.TakeOther(wish, act, line);
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
            giving.SayKeyAgain(wish, line);
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
            giving.Correct(fact, line);
        }

        return wrong.Count > 0;
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
            line.Does.Add(new CallerAct(CallerActKind.Rest, part.Fact.Slot));
            return;
        }

        var fact = knowledge.Asked(act);

        // "Is there another treatment that I could look up?"
        if (agenda.Current is { Wish.Missing: not null } && Outside.Another().IsMatch(act.Sentence)
            && !Outside.Wh().IsMatch(act.Sentence)
            && (fact is null || !Outside.Another().IsMatch(fact.Slot.Replace('_', ' '))))
        {
            line.Reply(wording.Of("decline_offer"));
            return;
        }

        if (fact is null || (fact.Kind == SlotKind.Reason && knowledge.Given(fact.Slot) > 0
            && Outside.YesNo().IsMatch(act.Sentence)))
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
            var style = giving.StyleOf(act, fact);
            giving.Give(fact, style switch
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
        if (act.Slot is SlotKind.Reason or SlotKind.Message && wish is not null && !Outside.Why().IsMatch(act.Sentence))
        {
            line.SayValue(wish.Wish.Again, "", SayingStyle.Plain);
            line.Does.Add(new CallerAct(CallerActKind.Wish));
        }
        else if (agenda.Current is null && agenda.Next is not null
            && act.Slot is null or SlotKind.Reason or SlotKind.Other)
        {
            // "What can I do for you?": the next wish is the answer.
        }
        else if (IsReadBack(act))
        {
            line.Yes(wording.Of(Outside.Another().IsMatch(act.Sentence) ? "same_one" : "right"));
        }
        else if (wish is not null && Outside.IsContrary(wish, act.Whole))
        {
            giving.Keep(wish, line);
        }
        else if (Outside.When().IsMatch(act.Sentence) && agenda.Current?.Facts.Where(fact =>
            fact.IsKnown && fact.Kind is SlotKind.Day or SlotKind.Time).OrderBy(fact => fact.Kind)
                .ToList() is { Count: > 0 } whens)
        {
            whens.ForEach(fact => giving.Give(fact, "value", SayingStyle.Plain, line));
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
            line.Evade(wording.Of(Outside.IntentOf(act)));
        }
    }

    // "K, O, W, A, L, I, K, with a K like kite?": a question with a value that the caller has given.
    private bool IsReadBack(AgentAct act) => act.Slot is null or SlotKind.Other
        && SpokenValues.Of(Tokens.Of(act.Sentence), now) is { Count: > 0 } values
        && values.Exists(value => knowledge.HasGiven(value));

    [GeneratedRegex(@"\b(like|want|prefer|suits?|works? for you|works? best|shall|should|need|hoping|come|have in mind|would you|were you thinking)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WantsOf();

    [GeneratedRegex(@"^(all|everything) (good|clear|set|fine|okay|ok|right)\b|\b(does|did|has|do) (that|this|it|all that|i|these|those) (all )?(help|helped|clear|clears|answer|answered|make sense|explain|settle)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Helps();
}
