using Tollgate.Acts.Phrasing;
using Tollgate.Acts.Slots;
using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;

namespace Tollgate.Acts;

/// <summary>Which slots a request is for.</summary>
internal sealed class SlotFinder(SlotVocabulary vocabulary, EarContext context)
{
    private static readonly HashSet<string> Links = ["and", "your", "the", "a", "an", "plus", "also", "then", "as",
        "well", "his", "her", "their", "what", "what's", "for"];

    private static readonly HashSet<string> Reach = ["reach", "call", "calls", "contact", "text", "ring", "phone",
        "callback", "mobile", "cut"];

    private static readonly HashSet<string> Numbered = ["number", "code", "ticket", "invoice", "card", "reference",
        "letter", "bill", "badge", "tag", "order", "account", "confirmation"];

    /// <summary>The slots that the phrase asks for, in order; empty where it names none.</summary>
    public List<SlotMention> In(Phrase phrase)
    {
        var tokens = phrase.Tokens;
        var all = vocabulary.Find(tokens, phrase.Start, MainEnd(phrase));
        var first = all.FindIndex(mention => IsAsked(tokens, mention.Start, phrase.Start));
        if (first < 0)
        {
            if (Bare(phrase) is { Kind: SlotKind.Code or SlotKind.Phone } number
                && !all.Exists(static mention => mention.Kind is SlotKind.Code or SlotKind.Phone or SlotKind.Address))
            {
                return [number];
            }

            first = all.Count > 0 ? 0 : -1;
        }

        var found = new List<SlotMention>();
        for (var i = first; i >= 0 && i < all.Count; i++)
        {
            if (found.Count > 0 && !Continues(tokens, all[i - 1].End, all[i].Start))
            {
                break;
            }

            found.Add(Named(all[i]));
        }

        if (found.Count == 0)
        {
            return Bare(phrase) is { } bare ? [bare] : [];
        }

        // "Your name and number": the vocabulary does not know a bare number.
        if (found.TrueForAll(static mention => mention.Kind is not (SlotKind.Phone or SlotKind.Code)))
        {
            var number = tokens.FindIndex(found[^1].End, phrase.End - found[^1].End, static token => token.Word == "number");
            if (number >= 0 && Continues(tokens, found[^1].End, number))
            {
                found.Add(Number(phrase));
            }
        }

        return found;
    }

    /// <summary>
    /// With the suite's name for it where there is but one; a code, a name or a part of an address may be another one.
    /// </summary>
    public SlotMention Named(SlotMention mention) =>
        mention.Name is null && mention.Kind is not (SlotKind.Code or SlotKind.Address or SlotKind.Name)
            ? mention with { Name = vocabulary.OnlyNameOf(mention.Kind) }
            : mention;

    /// <summary>The slot that a value which is read back fills.</summary>
    public SlotMention Of(Phrase phrase, Fact? value)
    {
        var mentions = vocabulary.Find(phrase.Tokens, phrase.Start, phrase.End);
        if (value is not { } fact)
        {
            return mentions.Count > 0 ? Named(mentions[0])
                : Bare(phrase) ?? Asked(static _ => true) ?? LastKind(phrase) ?? default;
        }

        var (start, end) = (fact.Start, fact.End);
        if (fact is { Kind: FactKind.Code, Value.Length: 3 or 4 }
            && Asked(static slot => slot == SlotKind.Time) is { } time)
        {
            // "Nine fifteen" of nine fifteen and two thirty.
            return time;
        }

        if (fact.Kind == FactKind.Code && vocabulary.NameOfShape(fact.Value) is { } shaped)
        {
            return new SlotMention(start, end, SlotKind.Code, shaped);
        }

        if (mentions is [{ Kind: SlotKind.Message } message, ..]
            && fact.Kind is not (FactKind.Phone or FactKind.Email or FactKind.Code))
        {
            return Named(message);
        }

        foreach (var mention in mentions)
        {
            if (SlotValues.Fits(mention.Kind, fact.Kind)
                && (mention.Kind is not (SlotKind.Quantity or SlotKind.Duration) || fact.Value.Length <= 3))
            {
                return Named(mention);
            }
        }

        if (IsLongAgo(fact))
        {
            return Named(new SlotMention(start, end, SlotKind.DateOfBirth, null));
        }

        if (fact is { Kind: FactKind.Phone, Value.Length: >= 10 }
            && !context.Pending.Any(static act => act.Slot == SlotKind.Code))
        {
            return Named(new SlotMention(start, end, SlotKind.Phone, null));
        }

        if (Streets.AreIn(phrase) && fact.Kind is FactKind.Name or FactKind.Code or FactKind.Amount)
        {
            return Named(new SlotMention(start, end, SlotKind.Address, null));
        }

        // "I'm in unit 12C": the caller's own word for what is read back to him.
        var named = vocabulary.Find(context.LastTokens, 0, context.LastTokens.Count)
            .Find(mention => SlotValues.Fits(mention.Kind, fact.Kind) && mention.Kind != SlotKind.Day);
        var kind = SlotValues.KindOf(fact.Kind);
        return Asked(slot => SlotValues.Fits(slot, fact.Kind))
            ?? (named.End > 0 ? Named(named) : default(SlotMention?))
            ?? Named(new SlotMention(start, end, kind, null));
    }

    /// <summary>What the agent asked for when it spoke last, or last of all.</summary>
    public SlotMention? Asked(Func<SlotKind, bool> fits)
    {
        foreach (var act in context.Pending)
        {
            if (act.Slot is { } slot && fits(slot))
            {
                return new SlotMention(0, 0, slot, act.SlotName);
            }
        }

        return context.LastSlot is { Slot: { } last } && context.Pending.Count == 0 && fits(last)
            ? new SlotMention(0, 0, last, context.LastSlot.SlotName)
            : null;
    }

    /// <summary>The phrase names a measure: months, people, dollars.</summary>
    public bool Measures(Phrase phrase) => vocabulary.Find(phrase.Tokens, phrase.Start, phrase.End)
        .Exists(static mention => mention.Kind is SlotKind.Duration or SlotKind.Quantity or SlotKind.Amount);

    /// <summary>What a request without a noun asks for again.</summary>
    public SlotMention? Again(Phrase phrase)
    {
        // "There's nothing under that policy number. Could you read it to me again?"
        var spoken = vocabulary.Find(phrase.Tokens, 0, phrase.Start)
            .FindLast(static mention => mention.Kind is not (SlotKind.Other or SlotKind.Day or SlotKind.Time
                or SlotKind.Reason));
        return Asked(static _ => true)
            ?? (spoken.Kind != SlotKind.Other ? Named(spoken) : LastKind(phrase) ?? context.Numbered);
    }

    // What the caller's last words held.
    private SlotMention? LastKind(Phrase phrase) =>
        context.LastValues.Find(static value => value.Kind is not FactKind.Status) is { Value: not null } value
            ? Of(phrase, value) : null;

    // A day of years ago is the day on which somebody was born.
    private bool IsLongAgo(Fact fact) =>
        fact.Kind == FactKind.Date && fact.Value.Length == 10 && char.IsAsciiDigit(fact.Value[0])
        && int.TryParse(fact.Value.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture, out var year)
        && year < context.Now.Year - 1;

    // "May I take a number in case they have a question?": what a side clause names is not asked for.
    private static int MainEnd(Phrase phrase)
    {
        for (var i = phrase.Start + 3; i < phrase.End; i++)
        {
            if (phrase.Tokens[i].Word is "because" or "since" or "while" or "unless" or "until" or "before"
                || (phrase.Tokens[i].Word == "in" && NumberWords.Is(phrase.Tokens, i + 1, "case"))
                || (phrase.Tokens[i].Word == "so" && i + 1 < phrase.End
                    && phrase.Tokens[i + 1].Word is "i" or "we" or "that" or "they" or "the" or "he" or "she"))
            {
                return i;
            }
        }

        return phrase.End;
    }

    // "Your name", "what time", "need a name".
    private static bool IsAsked(List<Token> tokens, int at, int start)
    {
        for (var i = at; i >= start && i >= at - 3; i--)
        {
            if (tokens[i].Word is "your" or "what" or "what's" or "which" or "whose" or "need" or "have" or "get"
                or "how"
                or "give" or "spell" or "confirm" or "verify")
            {
                return true;
            }
        }

        return false;
    }

    private static bool Continues(List<Token> tokens, int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
        {
            // "Your e-mail for the quote": the quote is not asked for.
            if (tokens[i].Word == "for" && tokens[i + 1].Word is not ("what" or "which" or "how"))
            {
                return false;
            }

            // "What date was the charge, and for how much?"
            if (tokens[i].Word is "and" or "plus" && to - i <= 4)
            {
                return true;
            }

            if (!Links.Contains(tokens[i].Word))
            {
                return false;
            }
        }

        return to - from <= 4;
    }

    // No slot is named: the question's own word says what it wants.
    private SlotMention? Bare(Phrase phrase)
    {
        var tokens = phrase.Tokens;
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            switch (tokens[i].Word)
            {
                case "number" or "numbers" or "digits":
                    return Number(phrase);
                case "one" when i > phrase.Start && tokens[i - 1].Word is "new" or "other" or "right" or "correct" or "current" or "old"
                    && phrase.Asks:
                    return Asked(static _ => true) ?? context.Numbered;
                case "reach" or "contact" when i + 1 < phrase.End && tokens[i + 1].Word == "you"
                    && QuestionWords.BeginsWithWh(phrase.Words)
                    && !phrase.Words.StartsWith("when", StringComparison.Ordinal):
                    return Named(new SlotMention(i, i + 1, SlotKind.Phone, null));
                case "located" or "live" or "property" or "deliver" or "ship"
                    when phrase.Words.StartsWith("where", StringComparison.Ordinal):
                    return Named(new SlotMention(i, i + 1, SlotKind.Address, null));
                case "when" when phrase.Asks && i - phrase.Start <= 3:
                    return Named(new SlotMention(i, i + 1, SlotKind.Day, null));
                case "who" or "who's" or "who've" when phrase.Asks
                    && (phrase.Words.Contains("calling", StringComparison.Ordinal)
                    || phrase.Words.Contains("speak", StringComparison.Ordinal)
                    || phrase.Words.Contains("under", StringComparison.Ordinal)
                    || phrase.Words.Contains("put", StringComparison.Ordinal)
                    || phrase.Words.Contains("ask for", StringComparison.Ordinal)
                    || phrase.Words.StartsWith("who's your", StringComparison.Ordinal)
                    || phrase.Words.Contains(" say ", StringComparison.Ordinal)
                    || phrase.Words.Contains("called", StringComparison.Ordinal)
                        || phrase.Words.Contains("talking", StringComparison.Ordinal)
                    || phrase.Words.Contains("this", StringComparison.Ordinal)
                        || phrase.Words.Contains("line", StringComparison.Ordinal)):
                    return new SlotMention(i, i + 1, SlotKind.Name, null);
            }
        }

        return null;
    }

    private SlotMention Number(Phrase phrase)
    {
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (Reach.Contains(phrase.Tokens[i].Word))
            {
                return Named(new SlotMention(i, i + 1, SlotKind.Phone, null));
            }
        }

        // "I couldn't find an invoice with that number": the number of what the turn itself has just spoken of.
        var spoken = vocabulary.Find(phrase.Tokens, 0, phrase.Start)
            .FindLast(static mention => mention.Kind is SlotKind.Code or SlotKind.Phone);
        return spoken.Kind is SlotKind.Code or SlotKind.Phone ? Named(spoken)
            : Asked(static slot => slot is SlotKind.Code or SlotKind.Phone)
            ?? (context.LastWords.Overlaps(Numbered)
                ? new SlotMention(phrase.Start, phrase.Start, SlotKind.Code, CodeMentioned())
                : context.Numbered ?? Named(new SlotMention(phrase.Start, phrase.Start, SlotKind.Phone, null)));
    }

    // "I have the invoice right here": what number the caller spoke of.
    private string? CodeMentioned() =>
        vocabulary.Find(context.LastTokens, 0, context.LastTokens.Count)
            .Find(static mention => mention.Kind == SlotKind.Code && mention.Name is not null).Name;
}
