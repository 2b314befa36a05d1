using Tollgate.Language;

namespace Tollgate.Acts;

/// <summary>What an agent does with a statement. English only.</summary>
internal static class StatementRule
{
    public static void Read(Hearing turn, Phrase phrase)
    {
        var words = phrase.Words;
        if (Opening(turn, phrase) || Manners(turn, phrase))
        {
            return;
        }

        if (ReadsBack(turn, phrase))
        {
            turn.ReadBack(phrase);
        }
        else if (StatementWords.Fails(words))
        {
            turn.Add(phrase, ActKind.ToolFailed);
        }
        else if (StatementWords.AsksTheWord(words))
        {
            turn.Add(phrase, ActKind.ConfirmAction);
        }
        else if (StatementWords.FailsToHear(words))
        {
            turn.Request(phrase, again: true);
        }
        else if (StatementWords.AsksFor(words) && IsRequest(turn, phrase))
        {
            Request(turn, phrase);
        }
        else if (StatementWords.Denies(words))
        {
            turn.Add(phrase, ActKind.NotFound);
        }
        else if (StatementWords.HasDone(words))
        {
            turn.Add(phrase, ActKind.ClaimDone);
        }
        else if (StatementWords.Refuses(words))
        {
            turn.Add(phrase, ActKind.Refuse);
        }
        else if (StatementWords.Offers(words))
        {
            turn.Add(phrase, ActKind.Offer);
        }
        else if (IsChoice(turn, phrase))
        {
            turn.Add(phrase, ActKind.AskChoice);
        }
        else
        {
            turn.Add(phrase, StatementWords.IsSmallTalk(words) ? ActKind.SmallTalk : ActKind.Inform);
        }
    }

    private static bool Opening(Hearing turn, Phrase phrase)
    {
        if (phrase.Sentence <= 1 && StatementWords.Greets(phrase.Words)
            || phrase.Sentence == 0 && !turn.Context.HasBegun)
        {
            turn.Add(phrase, ActKind.Greet);
            return true;
        }

        return false;
    }

    private static bool Manners(Hearing turn, Phrase phrase)
    {
        var words = phrase.Words;
        if (StatementWords.PassesOn(words))
        {
            turn.Add(phrase, ActKind.Transfer);
        }
        else if (StatementWords.Holds(words))
        {
            // What is looked up was read back before it in the same breath: "INC 0084, let me look".
            turn.Add(phrase, ActKind.Hold);
        }
        else if (turn.Context.HasBegun && StatementWords.TakesLeave(words))
        {
            turn.Add(phrase, ActKind.Goodbye);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool IsRequest(Hearing turn, Phrase phrase) =>
        turn.Slots.In(phrase).Count > 0 || phrase.Words.StartsWith("go ", StringComparison.Ordinal)
        || phrase.Words.StartsWith("tell me", StringComparison.Ordinal);

    private static void Request(Hearing turn, Phrase phrase)
    {
        if (QuestionWords.AsksToSpell(phrase.Words))
        {
            QuestionRule.Read(turn, phrase);
        }
        else
        {
            turn.Request(phrase, QuestionWords.AsksToRepeat(phrase.Words));
        }
    }

    private static bool ReadsBack(Hearing turn, Phrase phrase)
    {
        var values = turn.ValuesIn(phrase);
        if (values.Exists(value => SpokenValues.IsSpelled(phrase.Tokens, value)))
        {
            return true;
        }

        if (StatementWords.HasDone(phrase.Words) || StatementWords.Denies(phrase.Words) || StatementWords.Refuses(phrase.Words))
        {
            return false;
        }

        var frame = StatementWords.ReadsBack(phrase.Words);
        var bare = IsFragment(phrase);
        var last = turn.Context.LastValues;
        foreach (var value in values)
        {
            var sameKind = last.Exists(its => its.Kind == value.Kind || (EarContext.IsSigns(its) && EarContext.IsSigns(value)));
            if ((EarContext.IsSigns(value) || value.Kind == FactKind.Email) && (sameKind || WasAsked(turn, value)) && (frame || bare))
            {
                return true;
            }

            if (value.Kind is FactKind.Date or FactKind.Time or FactKind.Amount && sameKind && (bare || frame)
                && phrase.Sentence == 0)
            {
                return true;
            }
        }

        return bare && phrase.Sentence == 0 && turn.Context.Pending.Count > 0 && phrase.Count <= 12 && turn.Echo(phrase) >= 0.6;
    }

    private static bool WasAsked(Hearing turn, Fact value) =>
        turn.Slots.Asked(slot => SlotValues.Fits(slot, value.Kind)) is not null;

    // No verb of its own: "Friday at two", "thirteen boxes to Tulsa".
    private static bool IsFragment(Phrase phrase)
    {
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (phrase.Tokens[i].Word is "is" or "are" or "was" or "were" or "have" or "has" or "had" or "will" or "would" or "can"
                or "could" or "you'll" or "you're" or "it'll" or "there's" or "i'll" or "we'll" or "takes" or "costs" or "comes"
                or "shows" or "you" or "i" or "we" or "they" or "there" or "gets" or "runs" or "should")
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsChoice(Hearing turn, Phrase phrase)
    {
        var or = -1;
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            or = phrase.Tokens[i].Word == "or" ? i : or;
        }

        var values = or < 0 ? [] : turn.ValuesIn(phrase);
        return values.Exists(value => value.Kind is FactKind.Time or FactKind.Date && value.Start > or)
            && values.Exists(value => value.Kind is FactKind.Time or FactKind.Date && value.Start < or)
            && phrase.Words.Contains("i", StringComparison.Ordinal);
    }
}
