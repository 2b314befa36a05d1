using Tollgate.Acts.Phrasing;
using Tollgate.Acts.Slots;
using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;

namespace Tollgate.Acts;

/// <summary>What an agent does with a statement. English only.</summary>
internal static class StatementRule
{
    // Verbs that state, and the words that stand before one.
    private static readonly HashSet<string> Verbs =
    [
        .. ("is are was were have has had will would can could you'll you're it'll there's i'll we'll takes costs comes shows i'm it's "
            + "that's don't can't let means looks covers stays starts needs works leaves says reads goes keep see bring take call do does "
            + "you i we they there gets runs should").Split(' '),
    ];

    // "Put me through", "connect me": where the agent says that it will, it passes the caller on.
    private static readonly HashSet<string> Passing = ["through", "transfer", "connect"];

    public static void Read(Hearing turn, Phrase phrase)
    {
        var words = phrase.Words;
        turn.IsReport |= StatementWords.Reports(words, phrase.Tokens[phrase.Start].Word)
            || StatementWords.HasDone(words);
        if (Opening(turn, phrase) || Manners(turn, phrase))
        {
            return;
        }

        if (ReadsBack(turn, phrase))
        {
            turn.ReadBack(phrase);
            if (StatementWords.Denies(words))
            {
                turn.Add(phrase, ActKind.NotFound);
            }
        }
        else if (Reaches(turn, phrase))
        {
            if (StatementWords.HasDone(words))
            {
                turn.Add(phrase, ActKind.ClaimDone);
            }

            turn.ReadBack(phrase);
        }
        else if (StatementWords.Fails(words))
        {
            turn.Add(phrase, ActKind.ToolFailed);
        }
        else if (StatementWords.AsksTheWord(words) && turn.Last is not { Act.Kind: ActKind.ReadBack })
        {
            turn.Add(phrase, ActKind.ConfirmAction);
        }
        else if (StatementWords.FailsToHear(words))
        {
            turn.Request(phrase, again: true);
        }
        else if ((StatementWords.AsksFor(words)
            || phrase.Frame is { Actor: Actor.Caller, Tense: Tense.Ask, Deed: Deed.Tell }
            || phrase.Frame is { Actor: Actor.Agent, Tense: Tense.Plan or Tense.Now, Deed: Deed.Receive })
            && IsRequest(turn, phrase))
        {
            Request(turn, phrase);
        }
        else if (StatementWords.WaitsForWord(words))
        {
            turn.Add(phrase, ActKind.Request);
        }
        else if (NamesSlot(turn, phrase))
        {
            turn.Request(phrase, again: false);
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
        else if (StatementWords.Offers(words) && phrase.Lead is not ("if" or "so") && !Agrees(turn, phrase))
        {
            turn.Add(phrase, ActKind.Offer);
        }
        else if (IsChoice(turn, phrase) || (phrase.Lead == "or" && phrase.Words is ['i' or 'y' or 'w', ..]
            && turn.Last is { Act.Kind: ActKind.Offer }))
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
        var isNew = !turn.Context.HasBegun || turn.Context.IsPassedOn;
        if (phrase.Sentence <= 1 && (StatementWords.Greets(phrase.Words) || (isNew
            && phrase.Frame.Actor == Actor.None && StatementWords.Introduces(phrase.Words)))
            || (phrase.Sentence == 0 && !turn.Context.HasBegun && turn.Acts.Count == 0))
        {
            turn.Add(phrase, ActKind.Greet);
            return true;
        }

        return false;
    }

    private static bool Manners(Hearing turn, Phrase phrase)
    {
        var words = phrase.Words;
        if (StatementWords.FailsToHear(words))
        {
            return false;
        }

        if (StatementWords.PassesOn(phrase) || (words == "will do" && turn.Context.LastWords.Overlaps(Passing)))
        {
            turn.Add(phrase, ActKind.Transfer);
        }
        else if (StatementWords.Holds(phrase))
        {
            // "Let me try SPRING20": what is looked up is said as it was heard.
            if (turn.ValuesIn(phrase).Exists(value => EarContext.IsSigns(value)
                && turn.Context.LastValues.Exists(its => EarContext.Same(its, value))))
            {
                turn.ReadBack(phrase);
            }

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
        turn.Slots.In(phrase).Exists(slot => slot.Kind != SlotKind.Other
            && (slot.Kind != SlotKind.Reason || !phrase.Words.StartsWith("if", StringComparison.Ordinal)))
            || phrase.Words is "go ahead" or "go on"
        || phrase.Words.StartsWith("tell me", StringComparison.Ordinal);

    private static void Request(Hearing turn, Phrase phrase)
    {
        if (QuestionWords.AsksToSpell(phrase.Words) || QuestionWords.AsksWhatFor(phrase.Words))
        {
            QuestionRule.Read(turn, phrase);
        }
        else
        {
            turn.Request(phrase, QuestionWords.AsksToRepeat(phrase.Words));
        }
    }

    // "Employee number, please." "And your last name."
    private static bool NamesSlot(Hearing turn, Phrase phrase)
    {
        if (phrase.Count > 8 || !IsFragment(phrase) || turn.ValuesIn(phrase).Count > 0
            || StatementWords.Denies(phrase.Words))
        {
            return false;
        }

        var asksOutright = phrase.Words.Contains("please", StringComparison.Ordinal)
            || phrase.Words.Contains("your", StringComparison.Ordinal);
        var slots = turn.Slots.In(phrase);
        if ((turn.Context.LastAsked && !asksOutright) || slots.Count == 0
            || slots[0].End == slots[0].Start || slots[0].End - slots[0].Start > 4
            || slots[0].Kind is SlotKind.Other or SlotKind.Day or SlotKind.Time
            or SlotKind.Duration or SlotKind.Reason or SlotKind.Message or SlotKind.Quantity or SlotKind.Amount)
        {
            return false;
        }

        for (var i = phrase.Start; i < slots[0].Start; i++)
        {
            if (phrase.Tokens[i].Word is not ("and" or "your" or "the" or "a" or "an" or "just" or "plus"
                or "also" or "so" or "then"
                or "okay" or "first" or "second" or "third" or "finally" or "lastly" or "next" or "now" or "thanks"))
            {
                return false;
            }
        }

        return phrase.Words.Contains("please", StringComparison.Ordinal) || slots.Count > 1
            || slots[0].End - slots[0].Start > 1 || slots[0].Start > phrase.Start;
    }

    private static bool ReadsBack(Hearing turn, Phrase phrase)
    {
        var values = turn.ValuesIn(phrase);
        if (values.Exists(value => SpokenValues.IsSpelled(phrase.Tokens, value)))
        {
            return true;
        }

        if (IsChoice(turn, phrase) || phrase.Words.StartsWith("not ", StringComparison.Ordinal) || Greets(turn, phrase))
        {
            return false;
        }

        // What is read out sign by sign is said again so that it can be heard, whatever else the sentence tells; so is
        // where the caller will be reached.
        if (!QuestionWords.BeginsWithWh(phrase.Words) && (values.Exists(value => Returns(turn, phrase, value))
            || (Streets.AreGiven(phrase, turn.Context) && !turn.Context.LastAsked
                && !StatementWords.Denies(phrase.Words))))
        {
            return true;
        }

        // "To recap: two adults, one crib, from the thirtieth."
        if (phrase.Start > 0 && turn.Last is { } intro && intro.Phrase.Sentence == phrase.Sentence
            && StatementWords.Leads(intro.Phrase.Words) && phrase.Frame.Actor == Actor.None
            && !StatementWords.Announces(phrase.Words)
            && (values.Count > 0 || HoldsNumber(phrase) || turn.Echo(phrase) >= 0.3))
        {
            return true;
        }

        // "So that's a facial with Lena, Friday at ten. Shall I book it?": what is to be done is said once more.
        if ((phrase.Lead is "so" or "then" && StatementWords.Sums(phrase.Words)
                || (IsFragment(phrase) && (phrase.Lead == "so" ? phrase.Opens : phrase.Lead == "then"
                    && values.Exists(static value => value.Kind != FactKind.Name))))
            && !QuestionWords.BeginsWithWh(phrase.Words)
            && (values.Count > 0 || turn.Echo(phrase) >= 0.3) && !StatementWords.HasDone(phrase.Words))
        {
            return true;
        }

        var repeats = values.Exists(value => EarContext.IsSigns(value) && IsGiven(turn.Context, value))
            && !turn.Context.LastAsked;
        if ((turn.IsReport && !repeats) || QuestionWords.BeginsWithWh(phrase.Words)
            || StatementWords.HasDone(phrase.Words)
            || StatementWords.Denies(phrase.Words) || StatementWords.Refuses(phrase.Words))
        {
            return false;
        }

        // "Three months it is."
        if (phrase.Words.EndsWith(" it is", StringComparison.Ordinal) && turn.Echo(phrase) > 0 && !turn.Context.LastAsked)
        {
            return true;
        }

        // "We have ten fifteen open tomorrow": that is on offer, and not agreed.
        if (StatementWords.IsFree(phrase.Words))
        {
            return false;
        }

        var context = turn.Context;
        var framed = StatementWords.ReadsBack(phrase.Words);
        var bare = IsFragment(phrase) || (repeats && !turn.IsReport);
        if (!framed && !bare)
        {
            return false;
        }

        foreach (var value in values)
        {
            // What was asked and is now said, or what was just said: whether it is right or not.
            if (value.Kind != FactKind.Name && !(context.LastAsked && !WasAsked(turn, value))
                && (IsGiven(context, value) || IsNear(context, value) || (WasAsked(turn, value)
                    && phrase.Sentence <= 1)))
            {
                return true;
            }
        }

        var repeatsWords = bare
            || (StatementWords.RepeatsName(phrase.Words) && (values.Count > 0 || HoldsNumber(phrase)));
        var echo = turn.Echo(phrase);
        return repeatsWords && phrase.Sentence <= 1 && phrase.Count <= 12 && !context.LastAsked
            && (echo >= 0.5 || (echo > 0 && turn.EchoOfAll(phrase) >= 0.6)) && AnswersQuestion(turn, phrase, echo);
    }

    // What the caller said answered something, so that it is worth saying again.
    private static bool AnswersQuestion(Hearing turn, Phrase phrase, double echo)
    {
        var context = turn.Context;
        return context.IsMidway || (context.AskedChoice && echo >= 1)
            || (HoldsNumber(phrase) && (context.AskedChoice || turn.Slots.Measures(phrase)))
            || context.Pending.Any(static act => act.Kind is ActKind.Request
                or ActKind.RequestAgain or ActKind.RequestSpelling
                && act.Slot is not (null or SlotKind.Other or SlotKind.Reason));
    }

    // "Thank you, Odile": it calls the caller by his name.
    private static bool Greets(Hearing turn, Phrase phrase) => phrase.Count <= 5
        && phrase.Tokens[phrase.Start].Word is "thanks" or "thank" or "hi" or "hello" or "okay" or "ok" or "alright" or "sure"
        && turn.ValuesIn(phrase).TrueForAll(value => value.Kind == FactKind.Name
            && !SpokenValues.IsSpelled(phrase.Tokens, value))
        && phrase.Tokens.GetRange(phrase.Start, phrase.Count).TrueForAll(static token => token.Capital
            || !EchoWords.Means(token.Word));

    private static bool Returns(Hearing turn, Phrase phrase, Fact value)
    {
        var context = turn.Context;
        var bare = IsFragment(phrase) || StatementWords.ReadsBack(phrase.Words);
        return (EarContext.IsSigns(value) && (bare
                ? IsGiven(context, value) || IsNear(context, value)
                    || context.Said.Exists(its => EarContext.Same(its, value))
                : !turn.IsReport && !context.LastAsked && !StatementWords.Regrets(phrase.Words)
                    && !StatementWords.Denies(phrase.Words)
                    && (IsGiven(context, value) || IsNear(context, value))))
            || (value.Kind is FactKind.Phone or FactKind.Email
                && context.Said.Exists(its => EarContext.Same(its, value)));
    }

    // "They'll ring you on 414 ...": where the caller will be reached is said so that it can be put right.
    private static bool Reaches(Hearing turn, Phrase phrase) => StatementWords.Reaches(phrase.Words)
        && turn.ValuesIn(phrase).Exists(static value => value.Kind is FactKind.Phone or FactKind.Email);

    // "Sure, I can do that": what the caller asked for is no offer.
    private static bool Agrees(Hearing turn, Phrase phrase) =>
        phrase.Tokens[0].Word is "sure" or "yes" or "certainly" or "absolutely" or "of" or "yeah" or "yep"
        || phrase.Frame is { Tense: Tense.Can, Deed: Deed.Look, Actor: Actor.Agent } && !turn.Context.HasBegun
        || phrase.Words.Contains(" help you", StringComparison.Ordinal)
        || phrase.Words.Contains(" help with", StringComparison.Ordinal) || phrase.Words.Contains("look into", StringComparison.Ordinal);

    // The caller has just said it.
    private static bool IsGiven(EarContext context, Fact value) => value.Kind switch
    {
        FactKind.Code or FactKind.Phone => context.LastSigns.Contains(value.Value, StringComparison.Ordinal)
            || context.LastValues.Exists(its => EarContext.Same(its, value)),
        FactKind.Email => context.LastValues.Exists(static its => its.Kind == FactKind.Email),
        FactKind.Date or FactKind.Time => context.LastValues.Exists(its => its.Kind == value.Kind),
        FactKind.Amount => context.LastValues.Exists(its => EarContext.Same(its, value)),
        _ => false,
    };

    // A code or number misheard by a sign or two.
    private static bool IsNear(EarContext context, Fact value) =>
        EarContext.IsSigns(value) && !context.LastAsked && context.LastValues.Exists(its => EarContext.IsSigns(its)
            && Math.Abs(its.Value.Length - value.Value.Length) <= 1
                && Differing(its.Value, value.Value) <= its.Value.Length / 3);

    private static int Differing(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        var head = 0;
        while (head < shorter.Length && shorter[head] == longer[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter.Length - head && shorter[^(tail + 1)] == longer[^(tail + 1)])
        {
            tail++;
        }

        return longer.Length - head - tail;
    }

    private static bool WasAsked(Hearing turn, Fact value) =>
        turn.Context.Pending.Any(act => act.Kind is ActKind.Request or ActKind.RequestAgain or ActKind.RequestSpelling
            && act.Slot is { } slot && SlotValues.Fits(slot, value.Kind));

    private static bool HoldsNumber(Phrase phrase) =>
        phrase.Tokens.FindIndex(phrase.Start, phrase.Count, static token =>
            NumberWords.IsNumberWord(token.Word) || NumberWords.Ordinal(token.Word) > 0) >= 0;

    // No verb of its own: "Friday at two", "thirteen boxes to Tulsa".
    public static bool IsFragment(Phrase phrase)
    {
        var words = phrase.Words.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            var isObject = i > 0 && word is "you" or "them" && words[i - 1] is "for" or "to" or "with" or "under";
            if ((Verbs.Contains(word) && !isObject) || (word.Length > 3 && word.EndsWith("'s", StringComparison.Ordinal))
                || word.EndsWith("'d", StringComparison.Ordinal) || word.EndsWith("'ll", StringComparison.Ordinal)
                || word.EndsWith("'re", StringComparison.Ordinal) || word.EndsWith("n't", StringComparison.Ordinal))
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

        if (or > 0 && StatementWords.LeavesChoice(phrase.Words))
        {
            return true;
        }

        // "There's one at nine fifteen and another at two thirty."
        var times = turn.ValuesIn(phrase).FindAll(static value => value.Kind == FactKind.Time);
        if (times.Count > 1 && StatementWords.Lists(phrase.Words)
            && (or > 0 || phrase.Words.Contains(" another ", StringComparison.Ordinal)
                || phrase.Words.Contains(" one at ", StringComparison.Ordinal)))
        {
            return true;
        }

        var values = or < 0 ? [] : turn.ValuesIn(phrase);
        return values.Exists(value => value.Kind is FactKind.Time or FactKind.Date && value.Start > or)
            && values.Exists(value => value.Kind is FactKind.Time or FactKind.Date && value.Start < or)
            && phrase.Words.Contains("i", StringComparison.Ordinal);
    }
}
