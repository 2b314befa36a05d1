using Tollgate.Acts.Phrasing;
using Tollgate.Acts.Slots;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;

namespace Tollgate.Acts;

/// <summary>One turn while it is heard: what has been made of its phrases so far.</summary>
internal sealed class Hearing(EarContext context, SlotFinder slots, List<Fact> values)
{
    public EarContext Context => context;

    public SlotFinder Slots => slots;

    /// <summary>
    /// The turn answers or reports: what it says it knows, and asks nobody to correct. "Exactly, Thursday at two";
    /// "Found it: it's ..."; "Done, you're down for Friday".
    /// </summary>
    public bool IsReport { get; set; }

    /// <summary>The acts so far with the phrases that they were heard in.</summary>
    public List<(Phrase Phrase, AgentAct Act)> Acts { get; } = [];

    public void Add(Phrase phrase, ActKind kind) => Acts.Add((phrase, Act(phrase, kind)));

    public void Add(Phrase phrase, ActKind kind, SlotMention slot) =>
        Acts.Add((phrase, Act(phrase, kind) with { Slot = slot.Kind, SlotName = slot.Name }));

    public AgentAct Act(Phrase phrase, ActKind kind) => new(kind, Text(phrase))
    {
        Values = ValuesIn(phrase),
        Asks = phrase.Asks,
        Whole = Whole(phrase),
    };

    public List<Fact> ValuesIn(Phrase phrase) =>
        values.FindAll(value => value.Start >= phrase.Start && value.Start < phrase.End);

    /// <summary>The act that was heard last; null at the beginning.</summary>
    public (Phrase Phrase, AgentAct Act)? Last => Acts.Count > 0 ? Acts[^1] : null;

    public bool Has(ActKind kind) => Acts.Exists(heard => heard.Act.Kind == kind);

    /// <summary>Adds a request for each slot, or one for the whole where none is named.</summary>
    public void Request(Phrase phrase, bool again)
    {
        var asked = slots.In(phrase);
        if (asked.Count == 0)
        {
            again |= context.WasAskedLike(Words(phrase));
            var fallback = again ? slots.Again(phrase) : null;
            Add(phrase, again ? ActKind.RequestAgain : ActKind.Request, fallback ?? default);
            return;
        }

        foreach (var slot in asked)
        {
            var isAgain = again || IsAgain(phrase, slot) || WasAsked(phrase, slot);
            Add(phrase, isAgain ? ActKind.RequestAgain : ActKind.Request, slot);
        }
    }

    /// <summary>Reads back what the phrase holds.</summary>
    public void ReadBack(Phrase phrase)
    {
        var its = ValuesIn(phrase);
        var main = its.FindIndex(static value => EarContext.IsSigns(value));
        main = main >= 0 ? main : its.FindIndex(static value => value.Kind != FactKind.Name);
        var slot = slots.Of(phrase, its.Count == 0 ? null : its[Math.Max(0, main)]);
        Acts.Add((phrase, Act(phrase, ActKind.ReadBack) with { Slot = slot.Kind, SlotName = slot.Name }));

        // "Monday at ten, on 218 555 0109": the day can be wrong by itself.
        if (main >= 0 && EarContext.IsSigns(its[main])
            && its.Find(value => value.Kind is FactKind.Date or FactKind.Time && IsGiven(phrase, value))
                is { Value: not null } day)
        {
            slot = slots.Of(phrase, day);
            Acts.Add((phrase, Act(phrase, ActKind.ReadBack) with
            {
                Slot = slot.Kind,
                SlotName = slot.Name,
                Values = [day],
            }));
        }
    }

    /// <summary>How many of the phrase's words that mean something the caller said last, from 0 to 1.</summary>
    public double Echo(Phrase phrase) => Echo(phrase, context.LastWords);

    /// <summary>How many of them the caller has said at any time.</summary>
    public double EchoOfAll(Phrase phrase) => Echo(phrase, context.SaidWords);

    private double Echo(Phrase phrase, HashSet<string> words)
    {
        var (said, all) = (0, 0);
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            var word = phrase.Tokens[i].Word;
            if (EchoWords.Means(word) && !IsVocative(phrase.Tokens, i))
            {
                all++;
                said += words.Contains(word) || IsLike(word) ? 1 : 0;
            }
        }

        return all == 0 ? 0 : (double)said / all;
    }

    // The caller has just said such a day or time, or a number of it.
    private bool IsGiven(Phrase phrase, Fact value) => context.LastValues.Exists(its => its.Kind == value.Kind)
        || phrase.Tokens.GetRange(value.Start, value.End - value.Start).Exists(token =>
            NumberWords.IsNumberWord(token.Word) && context.LastWords.Contains(token.Word));

    // Misheard, a word begins as it was said: "Terry" for "Terri".
    private bool IsLike(string word) =>
        word.Length >= 5 && context.LastTokens.Exists(token => token.Word.Length >= 5
            && string.CompareOrdinal(token.Word, 0, word, 0, 4) == 0);

    // A name that the agent calls the caller by repeats nothing, unless a name was asked for.
    private bool IsVocative(List<Token> tokens, int at) =>
        values.Exists(value => value.Kind == FactKind.Name && value.Start <= at && at < value.End)
        && ((at > 0 && tokens[at - 1].Word is "mr" or "mrs" or "ms" or "miss" or "dr")
            || !context.Pending.Any(static act => act.Slot == SlotKind.Name));

    private bool IsAgain(Phrase phrase, SlotMention slot) =>
        slot.Kind is SlotKind.Name or SlotKind.Phone or SlotKind.Email or SlotKind.DateOfBirth or SlotKind.Address
            or SlotKind.Code
        && (slot.Name is not null || slot.Kind is not (SlotKind.Address or SlotKind.Code))
        && context.WasGiven(slot.Kind, slot.Name)
        && !AsksForOther(phrase);

    private bool WasAsked(Phrase phrase, SlotMention slot) =>
        context.WasAsked(slot.Kind, slot.Name) && !AsksForOther(phrase);

    private static bool AsksForOther(Phrase phrase) =>
        phrase.Words.Contains("new ", StringComparison.Ordinal)
        || phrase.Words.Contains("other ", StringComparison.Ordinal)
        || phrase.Words.Contains("instead", StringComparison.Ordinal);

    private static string Whole(Phrase phrase)
    {
        var (start, end) = (phrase.Start, phrase.End);
        while (start > 0 && !phrase.Tokens[start - 1].EndsSentence)
        {
            start--;
        }

        while (end < phrase.Tokens.Count && !phrase.Tokens[end - 1].EndsSentence)
        {
            end++;
        }

        return string.Join(' ', phrase.Tokens.GetRange(start, end - start).Select(
            static token => token.Stop == '\0' ? token.Word : token.Word + token.Stop));
    }

    private static IEnumerable<string> Words(Phrase phrase) =>
        phrase.Tokens.GetRange(phrase.Start, phrase.Count).Select(static token => token.Word);

    private static string Text(Phrase phrase) => string.Join(' ', Words(phrase));
}
