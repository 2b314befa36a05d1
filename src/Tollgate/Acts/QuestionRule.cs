using Tollgate.Acts.Phrasing;
using Tollgate.Acts.Slots;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;

namespace Tollgate.Acts;

/// <summary>What an agent does with a question. English only.</summary>
internal static class QuestionRule
{
    public static void Read(Hearing turn, Phrase phrase)
    {
        if (IsAside(turn, phrase))
        {
            return;
        }

        // "Shall I end it, yes or no?" is no choice.
        if (QuestionWords.WithoutYesOrNo(phrase.Words) is { Length: > 0 } asked && asked.Length < phrase.Words.Length)
        {
            phrase = phrase with { Words = asked, End = phrase.End - 3 };
        }

        var words = phrase.Words;

        if (QuestionWords.IsTag(words))
        {
            Tag(turn, phrase);
        }
        else if (phrase.Frame.Holds || QuestionWords.AsksToHold(words))
        {
            turn.Add(phrase, ActKind.Hold);
        }
        else if (turn.Context.HasBegun && QuestionWords.DoubtsValue(words))
        {
            turn.Request(phrase, again: true);
        }
        else if (QuestionWords.AsksIfSure(words))
        {
            turn.Add(phrase, ActKind.ConfirmAction);
        }
        else if (QuestionWords.AsksElse(words))
        {
            turn.Add(phrase, ActKind.AnythingElse);
        }
        else if (QuestionWords.AsksToSpell(words))
        {
            Spelling(turn, phrase);
        }
        else if (phrase.Frame is { Actor: Actor.Caller, Tense: Tense.Ask, Deed: Deed.Tell }
            && !QuestionWords.AsksWhatFor(words))
        {
            turn.Request(phrase, QuestionWords.AsksToRepeat(words) || (turn.Slots.In(phrase).Count == 0
                && (turn.Has(ActKind.NotFound) || (turn.Context.LastValues.Count > 0 && turn.Acts.Count == 0))
                && QuestionWords.SaysIt(words)));
        }
        else if (QuestionWords.AsksForMessage(words) || (turn.Slots.In(phrase) is [{ Kind: SlotKind.Message }, ..]
            && QuestionWords.BeginsWithWh(words) && !QuestionWords.AsksForChoice(words)))
        {
            turn.Add(phrase, ActKind.Request, turn.Slots.In(phrase) is [{ Kind: SlotKind.Message } named, ..]
                ? named : turn.Slots.Named(new SlotMention(phrase.Start, phrase.Start, SlotKind.Message, null)));
        }
        else if (QuestionWords.AsksWhatFor(words) && !words.Contains(" or ", StringComparison.Ordinal))
        {
            turn.Add(phrase, ActKind.Request, new SlotMention(phrase.Start, phrase.End, SlotKind.Reason, null));
        }
        else if (IsOrClause(turn, phrase))
        {
            Or(turn, phrase);
        }
        else if (AsksAgain(turn, phrase)
            || (turn.Has(ActKind.NotFound) && QuestionWords.DataWarnings(words)))
        {
            turn.Request(phrase, again: true);
        }
        else if (QuestionWords.AsksIfStill(words))
        {
            Still(turn, phrase);
        }
        else if (phrase.Frame.Actor != Actor.Agent && !QuestionWords.BeginsWithWh(words)
            && turn.ValuesIn(phrase).Exists(static value => value.Kind is FactKind.Phone or FactKind.Email))
        {
            turn.ReadBack(phrase);
        }
        else if ((QuestionWords.Points(words) || QuestionWords.UsesIt(words))
            && turn.Last is { Act.Kind: ActKind.Inform } before
            && turn.ValuesIn(before.Phrase).Exists(static value => value.Kind is FactKind.Phone or FactKind.Email))
        {
            Still(turn, phrase);
        }
        else if (QuestionWords.AsksWhatWasMeant(words) && !HoldsWhatWasSaid(turn, phrase)
            && !(QuestionWords.Points(words) && IsChoice(turn, phrase))
            && !words.StartsWith("which one", StringComparison.Ordinal))
        {
            turn.Add(phrase, ActKind.Clarify);
        }
        else if (phrase.Frame is { Actor: Actor.Agent, Tense: Tense.Leave, Deed: Deed.Receive or Deed.Look }
            && turn.Slots.In(phrase).Count > 0 && phrase.Words is not ['s', 'h', ..])
        {
            turn.Request(phrase, again: false);
        }
        else if (phrase.Frame is { Actor: Actor.Agent, Tense: Tense.Leave, Deed: Deed.Receive }
            && QuestionWords.HoldsWh(words))
        {
            // "Can I ask why you're leaving?"
            turn.Add(phrase, ActKind.Request, words.Contains(" why", StringComparison.Ordinal)
                ? new SlotMention(phrase.Start, phrase.End, SlotKind.Reason, null) : default);
        }
        else if (phrase.Frame is { Actor: Actor.Caller, Tense: Tense.Ask, Deed: Deed.Look }
            && turn.Slots.In(phrase).Count > 0)
        {
            // "Could you check the number on the letter?"
            turn.Request(phrase, turn.Has(ActKind.NotFound) || QuestionWords.AsksToRepeat(words));
        }
        else if (IsChoice(turn, phrase))
        {
            Choice(turn, phrase);
        }
        else if (QuestionWords.BeginsWithWh(words) && !QuestionWords.Proposes(words)
            && !(phrase.Frame is { Actor: Actor.Agent, Tense: Tense.Leave or Tense.Want, Deed: not Deed.Receive }))
        {
            turn.Request(phrase, again: false);
        }
        else if (QuestionWords.IsBareLeave(words))
        {
            Leave(turn, phrase);
        }
        else if (AsksLeave(phrase))
        {
            turn.Add(phrase, IsOffer(phrase) ? ActKind.Offer : ActKind.ConfirmAction);
            ReadContact(turn, phrase);
        }
        else if (phrase.Frame is { Actor: Actor.Caller, Tense: Tense.Want } || QuestionWords.Offers(words))
        {
            turn.Add(phrase, ActKind.Offer);
        }
        else if (IsValue(turn, phrase))
        {
            turn.ReadBack(phrase);
        }
        else if (QuestionWords.Declares(words) && !turn.Has(ActKind.NotFound))
        {
            turn.ReadBack(phrase);
        }
        else if (StatementWords.Announces(words) && !QuestionWords.BeginsWithWh(words))
        {
            turn.Add(phrase, ActKind.ConfirmAction);
        }
        else if (!QuestionWords.BeginsWithWh(words) && turn.Slots.In(phrase).Count == 0 && turn.Echo(phrase) >= 0.5
            && !turn.Context.LastAsked && phrase.Count is > 1 and <= 8)
        {
            turn.ReadBack(phrase);
        }
        else if (!QuestionWords.BeginsAsQuestion(words) && StatementRule.IsFragment(phrase) && turn.Context.HasBegun
            && turn.Slots.In(phrase).Count == 0 && (HoldsWhatWasSaid(turn, phrase)
                || (!turn.Context.LastAsked && phrase.Count > 1 && turn.Echo(phrase) >= 0.3)))
        {
            // "Seventeen thousand on Wednesday?"
            turn.ReadBack(phrase);
        }
        else if (QuestionWords.Points(words))
        {
            turn.Add(phrase, ActKind.Clarify);
        }
        else if (!Elaborates(turn, phrase))
        {
            turn.Request(phrase, again: false);
        }
    }

    // "Any rash? Anything at all?" A few words without a verb, behind a question, ask nothing of their own.
    private static bool Elaborates(Hearing turn, Phrase phrase) =>
        turn.Last is { } last && IsMore(turn, phrase, last);

    // "How many are there, would you say?", "what's your e-mail, so I can send it to you?"
    private static bool IsAside(Hearing turn, Phrase phrase) => (QuestionWords.IsAside(phrase.Words)
            || (phrase.Lead == "so" && phrase.Frame.Actor == Actor.Agent))
        && turn.Last is { Phrase.Asks: true } last && last.Phrase.Sentence == phrase.Sentence;

    private static bool IsMore(Hearing turn, Phrase phrase, (Phrase Phrase, AgentAct Act) last) =>
        last.Phrase.Asks && phrase.Sentence - last.Phrase.Sentence <= 1
        && (phrase.Count <= 5 ? !QuestionWords.BeginsAsQuestion(phrase.Words)
            : phrase.Sentence == last.Phrase.Sentence && phrase.Tokens[phrase.Start].Word is "any" or "like" or "say" or "maybe")
        && turn.Slots.In(phrase).TrueForAll(static slot => slot.Kind is SlotKind.Other);

    // "Shall I leave them a note" asks leave; "would you like me to check" offers, and so does an offer to look.
    private static bool IsOffer(Phrase phrase) =>
        phrase.Frame is { Deed: Deed.Look or Deed.Tell } or { Tense: Tense.Want, Deed: Deed.Receive }
        || (phrase.Frame is { Tense: Tense.Want, Deed: Deed.PassOn }
            && !phrase.Words.Contains("still", StringComparison.Ordinal));

    private static bool AsksLeave(Phrase phrase) =>
        phrase.Frame is { Actor: Actor.Agent, Tense: Tense.Leave or Tense.Want }
        || QuestionWords.AsksLeave(phrase.Words);

    // "Right?", "is that correct?": about what was said before it.
    private static void Tag(Hearing turn, Phrase tag)
    {
        for (var i = turn.Acts.Count - 1; i >= 0; i--)
        {
            var (phrase, act) = turn.Acts[i];
            if (act.Kind is ActKind.ReadBack && StatementWords.Announces(phrase.Words))
            {
                turn.Add(tag, ActKind.ConfirmAction);
                return;
            }

            if (act.Kind is ActKind.Offer && !phrase.Asks
                && !QuestionWords.Offers(tag.Words) && !QuestionWords.LeavesFree(tag.Words))
            {
                turn.Acts[i] = (phrase, act with { Kind = ActKind.ConfirmAction });
                return;
            }

            if (act.Kind is ActKind.ReadBack or ActKind.ConfirmAction or ActKind.AskChoice or ActKind.Offer
                or ActKind.Transfer)
            {
                return;
            }

            if (act.Kind is ActKind.Request or ActKind.RequestAgain)
            {
                break;
            }

            // "I'm looking for M-6113, is that right?"
            if (act.Kind == ActKind.Hold && i > 0 && turn.Acts[i - 1].Act.Kind == ActKind.ReadBack)
            {
                turn.Acts.RemoveAt(i);
                return;
            }

            if (act.Kind is ActKind.Inform or ActKind.ClaimDone or ActKind.Hold or ActKind.SmallTalk
                or ActKind.Other or ActKind.Clarify)
            {
                if (StatementWords.Announces(phrase.Words))
                {
                    turn.Acts[i] = (phrase, act with { Kind = ActKind.ConfirmAction });
                    return;
                }

                if (StatementWords.ReadsBack(phrase.Words) || HoldsWhatWasSaid(turn, phrase)
                    || (tag.Words is not ("okay" or "ok" or "good" or "cool" or "fair enough")
                        && (turn.ValuesIn(phrase).Exists(value => value.Kind != FactKind.Name && IsKnown(turn, value))
                            || (turn.ValuesIn(phrase).Count > 0 && !QuestionWords.Sounds(tag.Words))
                            || (turn.Echo(phrase) > 0.4 && !QuestionWords.Sounds(tag.Words)))))
                {
                    turn.Acts.RemoveAt(i);
                    turn.ReadBack(phrase);
                    return;
                }
            }

            if (phrase.Sentence < tag.Sentence - 1)
            {
                break;
            }
        }

        turn.Add(tag, QuestionWords.Sounds(tag.Words) && !turn.Has(ActKind.Request) ? ActKind.Offer : ActKind.Clarify);
    }

    // "We have 555-0121. Is that still the best number?"
    private static void Still(Hearing turn, Phrase phrase)
    {
        if (turn.Last is { Act.Kind: ActKind.Inform or ActKind.ReadBack } last && turn.ValuesIn(phrase).Count == 0
            && turn.ValuesIn(last.Phrase).Exists(static value => value.Kind != FactKind.Name))
        {
            turn.Acts.RemoveAt(turn.Acts.Count - 1);
            turn.ReadBack(last.Phrase);
        }
        else
        {
            turn.ReadBack(phrase);
        }
    }

    private static void Spelling(Hearing turn, Phrase phrase)
    {
        var named = turn.Slots.In(phrase);
        var slot = named.Count > 0 ? named[0] : turn.Slots.Asked(static _ => true);
        turn.Add(phrase, ActKind.RequestSpelling, slot ?? new SlotMention(0, 0, SlotKind.Name, null));
    }

    private static bool IsOrClause(Hearing turn, Phrase phrase) =>
        phrase.Lead == "or" && turn.Last is { } last && last.Phrase.Sentence == phrase.Sentence;

    // The second half of "X, or Y?".
    private static void Or(Hearing turn, Phrase phrase)
    {
        var (before, act) = turn.Last!.Value; // The caller has looked.
        switch (act.Kind)
        {
            case ActKind.RequestAgain:
                return;
            case ActKind.AnythingElse or ActKind.Request when act.Kind == ActKind.AnythingElse
                || act.Slot is not (null or SlotKind.Other or SlotKind.Reason):
                if (!AsksLeave(phrase)
                    && turn.Slots.In(phrase) is [{ Kind: not SlotKind.Other } other, ..] && other.Kind != act.Slot)
                {
                    turn.Add(phrase, act.Kind, other);
                    return;
                }

                if (AsksLeave(phrase))
                {
                    turn.Add(phrase, IsOffer(phrase) ? ActKind.Offer : ActKind.ConfirmAction);
                }

                return;
            case ActKind.ReadBack when QuestionWords.AsksToRepeat(phrase.Words):
                turn.Request(phrase, again: true);
                return;
            case ActKind.ConfirmAction when phrase.Words.StartsWith("do you want to", StringComparison.Ordinal):
                return;
            default:
                turn.Acts[^1] = (before, act with { Kind = ActKind.AskChoice });
                return;
        }
    }

    private static bool AsksAgain(Hearing turn, Phrase phrase)
    {
        if (QuestionWords.AsksToRepeat(phrase.Words))
        {
            return !AsksLeave(phrase) || phrase.Words.StartsWith("can we", StringComparison.Ordinal)
                || phrase.Words.StartsWith("could we", StringComparison.Ordinal);
        }

        // "Was that an R or an O?"
        var or = phrase.Tokens.FindIndex(phrase.Start, phrase.Count, static token => token.Word == "or");
        return or > phrase.Start && or + 1 < phrase.End
            && (IsLetter(phrase.Tokens, or - 1) || (or - 4 >= phrase.Start && IsLetter(phrase.Tokens, or - 4)))
            && (IsLetter(phrase.Tokens, or + 1) || IsLetter(phrase.Tokens, Math.Min(or + 2, phrase.End - 1)))
            && !QuestionWords.AsksToSpell(phrase.Words) && turn.Context.HasBegun;
    }

    private static bool IsLetter(List<Token> tokens, int at) => tokens[at].Word.Length == 1
        && tokens[at].Word is not ("a" or "i");

    // "They have nine, ten and four. What works for you?"
    private static bool ChoosesFromBefore(Hearing turn, Phrase phrase) =>
        QuestionWords.LeavesOpen(phrase.Words)
            && turn.Last is { Act.Kind: ActKind.Inform or ActKind.Offer or ActKind.AskChoice } last
        && (turn.ValuesIn(last.Phrase).Count(static value => value.Kind is FactKind.Time or FactKind.Date) > 1
            || last.Phrase.Words.Contains(" or ", StringComparison.Ordinal));

    private static bool IsChoice(Hearing turn, Phrase phrase)
    {
        if (QuestionWords.AsksForChoice(phrase.Words) || ChoosesFromBefore(turn, phrase))
        {
            return true;
        }

        if (QuestionWords.AsksIfEither(phrase.Words)
            || (turn.Last is { Act.Kind: ActKind.Clarify } last && last.Phrase.Sentence < phrase.Sentence
                && !QuestionWords.Points(phrase.Words)))
        {
            return false;
        }

        var tokens = phrase.Tokens;
        for (var i = phrase.Start + 1; i < phrase.End - 1; i++)
        {
            if (tokens[i].Word == "or"
                && tokens[i + 1].Word is not ("not" or "so" or "anything")
                && (tokens[i + 1].Word != "something" || (i + 2 < phrase.End && tokens[i + 2].Word is not ("like" or "else")))
                && (tokens[i + 1].Word != "more" || NumberWords.Is(tokens, i + 2, "of"))
                && (tokens[i + 1].Word != "two" || phrase.Count <= 4))
            {
                var mentions = turn.Slots.In(phrase);
                return mentions.Count == 0 || mentions[0].Kind is SlotKind.Other || mentions[0].Start > i
                    || QuestionWords.Points(phrase.Words)
                    || (!QuestionWords.BeginsWithWh(phrase.Words)
                        && !phrase.Words.Contains("your", StringComparison.Ordinal)
                        && !phrase.Words.StartsWith("have", StringComparison.Ordinal));
            }
        }

        return false;
    }

    private static void Choice(Hearing turn, Phrase phrase)
    {
        var values = turn.ValuesIn(phrase);
        var slot = values.Exists(static value => value.Kind == FactKind.Time) || PartOfDay(phrase) ? SlotKind.Time
            : values.Exists(static value => value.Kind == FactKind.Date) ? SlotKind.Day
            : (SlotKind?)null;
        turn.Acts.Add((phrase, turn.Act(phrase, ActKind.AskChoice) with { Slot = slot }));
    }

    private static bool PartOfDay(Phrase phrase) => phrase.Words.Contains("morning", StringComparison.Ordinal)
        || phrase.Words.Contains("afternoon", StringComparison.Ordinal);

    // "Shall I?": what was said before it is what it asks leave for.
    private static void Leave(Hearing turn, Phrase phrase)
    {
        // "I can send it. Would that be all right?" leaves it to the caller.
        if (turn.Last is { Act.Kind: ActKind.Offer, Phrase.Frame.Tense: Tense.Can } && phrase.Words[0] == 'w')
        {
            return;
        }

        if (turn.Last is { Act.Kind: ActKind.Inform or ActKind.Offer or ActKind.Hold } last
            && StatementWords.Announces(last.Phrase.Words))
        {
            turn.Acts[^1] = (last.Phrase, last.Act with { Kind = ActKind.ConfirmAction });
        }
        else
        {
            turn.Add(phrase, ActKind.ConfirmAction);
        }
    }

    // "May I have her call you at 218 ...?" reads the number back as well.
    private static void ReadContact(Hearing turn, Phrase phrase)
    {
        if (turn.ValuesIn(phrase).Exists(value => value.Kind is FactKind.Phone or FactKind.Email
            || (value.Kind == FactKind.Code && phrase.Words.Contains("ending", StringComparison.Ordinal))))
        {
            turn.ReadBack(phrase);
        }
    }

    private static bool IsValue(Hearing turn, Phrase phrase)
    {
        if (QuestionWords.BeginsWithWh(phrase.Words) || phrase.Words.StartsWith("any ", StringComparison.Ordinal))
        {
            return false;
        }

        return Streets.AreGiven(phrase, turn.Context)
            || turn.ValuesIn(phrase).Exists(value => value.Kind is FactKind.Phone or FactKind.Email
            || (value.Kind == FactKind.Name
                ? SpokenValues.IsSpelled(phrase.Tokens, value) || (phrase.Count <= 5 && IsKnown(turn, value))
                : IsKnown(turn, value)));
    }

    private static bool HoldsWhatWasSaid(Hearing turn, Phrase phrase) =>
        turn.ValuesIn(phrase).Exists(value => value.Kind != FactKind.Name
            && turn.Context.LastValues.Exists(its => EarContext.Same(its, value)));

    // The caller has just given something of the kind, or was asked for it.
    private static bool IsKnown(Hearing turn, Fact value) =>
        (value.Kind != FactKind.Name
            && turn.Context.LastValues.Exists(its => its.Kind == value.Kind || (EarContext.IsSigns(its)
                && EarContext.IsSigns(value))))
        || turn.Context.Said.Exists(its => EarContext.Same(its, value))
        || turn.Slots.Asked(slot => SlotValues.Fits(slot, value.Kind)) is not null;
}
