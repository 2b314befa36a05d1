using System.Text.RegularExpressions;
using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Wishes;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Suites.Briefs;

namespace Tollgate.Callers;

/// <summary>
/// Reads the acts of a turn with what the caller knows: a question that names a value of his asks whether it is the
/// one, or lets him choose it, in whatever words; and a question has the values of the statement that it asks of.
/// </summary>
internal sealed partial class Understanding(Agenda agenda, CallerKnowledge knowledge, DateTime now)
{
    /// <param name="acts">The acts as the ear heard them.</param>
    /// <param name="heard">All words of the turn.</param>
    public IReadOnlyList<AgentAct> Of(IReadOnlyList<AgentAct> acts, string heard)
    {
        List<AgentAct> read = [.. acts.Select(Read)];
        IntroducedOnly(read);
        NotFoundAgain(read);
        Needed(read);
        CheckedInstead(read);
        Tagged(read);
        Part(read, heard);
        for (var i = 0; i < read.Count; i++)
        {
            // "On Friday I have ten and eleven. Which one shall I put you down for?"
            if (read[i] is { Kind: ActKind.Request, Slot: null or SlotKind.Other } && Picks().IsMatch(read[i].Sentence)
                && knowledge.Asked(read[i]) is null && Told(heard).Exists(Fits))
            {
                read[i] = read[i] with { Kind = ActKind.AskChoice };
            }

            if (read[i].Kind is ActKind.ConfirmAction or ActKind.Offer or ActKind.AskChoice
                && read[i].Values.Count == 0 && read[i].SlotName is null)
            {
                read[i] = read[i] with { Values = Told(heard), Sentence = heard };
            }
        }

        return read;
    }

    private AgentAct Read(AgentAct act)
    {
        if (!act.Asks || act.Kind is ActKind.AnythingElse or ActKind.Hold
            or ActKind.Goodbye)
        {
            return act;
        }

        var sentence = YesOrNo().Replace(act.Sentence, "");
        if (sentence.Length < act.Sentence.Length && act.Kind == ActKind.AskChoice)
        {
            act = act with { Kind = ActKind.ConfirmAction, Sentence = sentence, Whole = sentence };
        }

        if (act.Kind is not (ActKind.RequestSpelling or ActKind.Transfer) && Options(act.Whole)
            && Chosen(act.Whole) is { } fact)
        {
            return act with { Kind = ActKind.AskChoice, Slot = fact.Kind, SlotName = fact.Slot };
        }

        if (act.Kind is ActKind.Offer or ActKind.Request && act.Slot is null or SlotKind.Other
            && Closes().IsMatch(act.Whole))
        {
            return act with { Kind = ActKind.AnythingElse };
        }

        if (act is { Kind: ActKind.Request, Slot: null or SlotKind.Other } or { Kind: ActKind.Clarify }
            && ThatIt().IsMatch(sentence))
        {
            return act with { Kind = ActKind.ConfirmAction, Slot = null };
        }

        // "Are you out of the building?" asks for no address, whatever it names.
        if (act is { Kind: ActKind.Request or ActKind.RequestAgain, Slot: not (null or SlotKind.Other) }
            && IsYesNo().IsMatch(sentence) && !Gives().IsMatch(sentence) && !IsReadBack(act))
        {
            return act with { Kind = ActKind.Request, Slot = SlotKind.Other, SlotName = null };
        }

        return act.Kind is ActKind.Request or ActKind.RequestAgain or ActKind.Clarify && !AsksWh().IsMatch(sentence)
            && IsReadBack(act) ? act with { Kind = ActKind.ReadBack, Values = Values(act.Sentence) }
            : act.Kind == ActKind.Clarify && !AsksWh().IsMatch(sentence) && !IsItSo().IsMatch(sentence)
                ? act with { Kind = ActKind.Request, Slot = SlotKind.Other }
            : act;
    }

    // "Could I check that your number is still 0183?": a question with a value of the kind that it asks for.
    private bool IsReadBack(AgentAct act) => Values(act.Sentence) is { Count: > 0 } values
        && values.Exists(value => knowledge.HasGiven(value)
            || (act.Kind == ActKind.RequestAgain && knowledge.IsOwn(value))
            || (Checks().IsMatch(act.Sentence)
            && value.Kind is FactKind.Phone or FactKind.Code or FactKind.Email && knowledge.IsNearOwn(value)));

    // "Read only, or write as well?", "Alder Court, Canal House or Dogwood Terrace?"
    private static bool Options(string sentence) => Or().IsMatch(sentence) && !OrElse().IsMatch(sentence);

    // What the caller has not said yet is more likely what is asked of him; then what stands nearest to the "or".
    private CallerFact? Chosen(string sentence)
    {
        var options = Values(sentence);
        var facts = knowledge.OwnAndCurrent().Where(static fact => fact.IsKnown).ToList();
        var listed = facts.FindAll(fact => options.Count(value => FactForms.Fits(value.Kind, fact.Kind)) > 1
            && fact.Kind is SlotKind.Day or SlotKind.Time or SlotKind.Amount);
        if (listed.Count > 0)
        {
            return listed.Find(fact => options.Exists(value => knowledge.Is(fact, value)));
        }

        var or = Or().Match(sentence).Index;
        return facts.Where(fact => fact.Kind is not (SlotKind.Day or SlotKind.Time or SlotKind.DateOfBirth)
                && knowledge.IsSaidIn(fact, sentence))
            .OrderBy(fact => Math.Min(1, knowledge.Given(fact.Slot)))
            .ThenBy(fact => Math.Abs(sentence.IndexOf(fact.Value!, StringComparison.OrdinalIgnoreCase) - or)) // Known.
            .FirstOrDefault();
    }

    // "We can do that. What's the number again?": what only leads up to a question asks nothing.
    private static void IntroducedOnly(List<AgentAct> acts) => acts.RemoveAll(act =>
        act is { Kind: ActKind.AskChoice, Asks: false, Values.Count: 0 }
        || (act is { Kind: ActKind.Offer or ActKind.AskChoice, Asks: false }
        && acts.Exists(static other => other.Kind is ActKind.Request or ActKind.RequestAgain
            or ActKind.RequestSpelling or ActKind.ReadBack)));

    // "I'm not finding 31 Mill Pond Road. Could the number be different?" wants again what was not found.
    private void NotFoundAgain(List<AgentAct> acts)
    {
        if (acts.Find(static act => act.Kind == ActKind.NotFound) is not { } missed
            || knowledge.NamedIn(missed.Whole) is not { } fact)
        {
            return;
        }

        for (var i = 0; i < acts.Count; i++)
        {
            if (acts[i].Kind == ActKind.RequestAgain && acts[i].SlotName != fact.Slot
                && knowledge.InSlotWords(acts[i].Sentence) is null)
            {
                acts[i] = acts[i] with { Slot = fact.Kind, SlotName = fact.Slot };
            }
        }
    }

    // "I need a zip code to check that. Do you happen to know it?"
    private void Needed(List<AgentAct> acts)
    {
        for (var i = 0; i < acts.Count; i++)
        {
            if (acts[i] is { Asks: false, Kind: ActKind.Inform or ActKind.ReadBack } told
                && Needs().Match(told.Sentence) is { Success: true } needs
                && knowledge.InSlotWords(needs.Groups["what"].Value) is { } fact
                && !acts.Exists(act => act.Kind is ActKind.Request or ActKind.RequestAgain
                    && act.SlotName == fact.Slot))
            {
                acts[i] = told with
                {
                    Kind = ActKind.Request, Slot = fact.Kind, SlotName = fact.Slot, Asks = true, Values = [],
                };
                acts.RemoveAll(static act => act is { Kind: ActKind.Request, Slot: null or SlotKind.Other }
                    && KnowsIt().IsMatch(act.Sentence));
            }
        }
    }

    // "I only caught the end of it. Is it Smyth?": the question is what is asked, and no other of the same turn.
    private static void CheckedInstead(List<AgentAct> acts)
    {
        var asked = acts.FindLastIndex(static act => act is { Kind: ActKind.ReadBack, Asks: true });
        if (asked > 0)
        {
            var before = acts.Take(asked).Where(act => act.Asks || act.Slot != acts[asked].Slot
                || act.Kind is not (ActKind.RequestAgain or ActKind.ReadBack)).ToList();
            acts.RemoveRange(0, asked);
            acts.InsertRange(0, before);
        }
    }

    // "I have 0112. Is it good so?" reads back, and "So I open a ticket for the oven, okay?" asks leave.
    private void Tagged(List<AgentAct> acts)
    {
        var tag = acts.FindIndex(static act => act.Asks && act.Values.Count == 0 && IsItSo().IsMatch(act.Sentence));
        if (tag < 1)
        {
            return;
        }

        var told = acts.FindLastIndex(tag - 1, act => act.Kind is ActKind.Inform or ActKind.ReadBack
            && Values(act.Sentence).Exists(value => knowledge.HasGiven(value) || knowledge.IsNearOwn(value)));
        if (acts[tag - 1] is { Kind: ActKind.Inform or ActKind.ClaimDone } before && WillDo().IsMatch(before.Sentence))
        {
            acts[tag - 1] = before with { Kind = ActKind.ConfirmAction, Asks = true };
        }
        else if (told >= 0)
        {
            acts[told] = acts[told] with
            {
                Kind = ActKind.ReadBack, Values = Values(acts[told].Sentence), Asks = true,
            };
        }
        else
        {
            return;
        }

        acts.RemoveAt(tag);
    }

    // "The year escaped me, would you say it once more?": a part of a value that is known.
    private void Part(List<AgentAct> acts, string heard)
    {
        knowledge.PartAsked = null;
        var asked = acts.FindLast(static act => act.Asks);
        var last = acts.Count == 0 ? "" : acts[^1].Whole;
        var words = asked is null ? last : asked.Whole == last ? last : $"{asked.Whole} {last}";
        if (knowledge.PartOf(words, heard) is not { } part || !Wants().IsMatch(words)
            || (asked is { Kind: ActKind.ReadBack or ActKind.ConfirmAction } && !ValueParts.AsksOn(words)))
        {
            return;
        }

        var whole = acts.FindIndex(act => act.Kind is ActKind.Request or ActKind.RequestAgain
            && act.SlotName == part.Fact.Slot);
        acts.RemoveAll(act => act.Kind is ActKind.Request or ActKind.RequestAgain or ActKind.Hold
            && act.SlotName != part.Fact.Slot);
        acts.RemoveAll(static act => act.Kind == ActKind.ReadBack && act.Asks);
        if (whole < 0 || !Whole().IsMatch(words))
        {
            acts.RemoveAll(act => act.SlotName == part.Fact.Slot
                && act.Kind is ActKind.Request or ActKind.RequestAgain);
            knowledge.PartAsked = part;
            acts.Add(new AgentAct(ActKind.Request, heard)
            {
                Slot = part.Fact.Kind, SlotName = part.Fact.Slot, Asks = true,
            });
        }
    }

    private bool Fits(Fact value) => agenda.Current is { } wish && knowledge.SlotOf(wish, value) is not null;

    private List<Fact> Values(string sentence) => SpokenValues.Of(Tokens.Of(sentence), now);

    private List<Fact> Told(string heard) => Values(heard).FindAll(static value =>
        value.Kind is FactKind.Date or FactKind.Time or FactKind.Amount);

    [GeneratedRegex(
        @"\bis (that|this|it) (the (one|right|booking|appointment|order|card|charge|account)|what you|you\b|correct|right)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThatIt();

    [GeneratedRegex(@"\b(do|did|would|is|are|can|could|may) (you|there|i|we)\b.{0,20}\b(anything|something) (else (?!wrong|the matter|broken)|else$|else\?|more|further|from me|from us|you('d| would) like to know|.{0,20}\b(i|we) can (help|do))|\b(need|want) (still|anything|something)( still| else| more)? (from me|from us|else)|\b(that|this|it) (everything|all)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closes();

    [GeneratedRegex(@",? ?\byes or no\b\??", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"^(and |so |but |okay |then |now |also |first |sorry |good |right )*(are|is|was|were|has|have|had|do|does|did|any|am|isn't|aren't) ",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsYesNo();

    [GeneratedRegex(@"\b(do|have|did|is there|are there) (you|i|we|a|an)?\b.{0,25}\b(have|know|got|handy|get|give|remember|catch|number|name|date|code|zip|e-?mail|address)\b|\b(give|tell|read|spell|say)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Gives();

    [GeneratedRegex(@"\b(i|we)('ll| will)? ?(just |only |still |also )*(need|require|am missing|'m missing) (?<what>(a |an |the |your )?\w+( \w+)?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Needs();

    [GeneratedRegex(@"\b(know|have|remember|got) (it|that|one|those)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KnowsIt();

    [GeneratedRegex(@"\bor\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Or();

    [GeneratedRegex(@"\bor (not|so|is there|are there|anything|something|somebody|someone|any other|else|what)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrElse();

    [GeneratedRegex(@"\b(which|what (shall|should|would|do|works|suits)|take your pick)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Picks();

    [GeneratedRegex(@"\b(what|which|when|where|who|how)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksWh();

    [GeneratedRegex(@"\b(is|are|still|check|confirm|verify|correct|right|make sure|that's|so)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Checks();

    [GeneratedRegex(@"\b(so|then|now) (i|we)('ll| will|'d| would| am going to| can)? \w+|\b(i|we)('ll| will)( then| now| just)* (book|open|put|send|set|cancel|move|change|note|leave|file|order|reserve|page|add|make|plan|update|close)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WillDo();

    [GeneratedRegex(@"^(okay|ok|all right|alright|right|correct|yes|yeah|fine|good|sound good|agreed)$|^(and |so |now )*(is|was|does|did|have|has|do) (it|that|this|i|all that|everything) (all )?(good|right|correct|fine|okay|ok|so|sound right|look right|get that right|got that right|match)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsItSo();

    [GeneratedRegex(@"\?|\b(need|missing|missed|lost|escaped|didn't (get|catch)|say|tell|give|read|repeat)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wants();

    [GeneratedRegex(@"\b(all|ten|whole|full|entire|complete)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
