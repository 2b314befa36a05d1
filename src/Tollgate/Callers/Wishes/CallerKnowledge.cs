using System.Text.RegularExpressions;
using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Wishes;

/// <summary>
/// What a caller knows: which fact answers a question, and whether a value that is read back is right.
/// </summary>
internal sealed partial class CallerKnowledge(Brief brief, Agenda agenda, DateTime now)
{
    // Shorter ones, such as the number of a flat, are not given in parts.
    private const int MinSigns = 5;

    private readonly Dictionary<CallerFact, FactForms> forms = [];
    private readonly Dictionary<string, int> given = new(StringComparer.Ordinal);
    private HashSet<string> gives = [];
    private HashSet<string> gaveLast = [];

    /// <summary>The caller said it in his last line.</summary>
    public bool GaveLast(string slot) => gaveLast.Contains(slot);

    /// <summary>How often the caller has said a slot's value.</summary>
    public int Given(string slot) => given.GetValueOrDefault(slot);

    /// <summary>How many slots the caller has said at least once.</summary>
    public int DistinctGiven => given.Count;

    /// <summary>The value is one that the caller has given.</summary>
    public bool HasGiven(Fact value) => All().Any(fact => fact.IsKnown && Given(fact.Slot) > 0
        && FactForms.Fits(value.Kind, fact.Kind) && Forms(fact).Matches(value));

    /// <summary>The caller is about to answer.</summary>
    public void Begin()
    {
        gaveLast = gives;
        gives = [];
    }

    /// <summary>All that he can say: of the wish that is talked about, his own, of the other wishes.</summary>
    public IEnumerable<CallerFact> Known() => All().Where(static fact => fact.IsKnown)
        .DistinctBy(static fact => fact.Slot);

    /// <summary>
    /// The same with whether it is his own or the wish's that is talked about; of other wishes their values alone.
    /// </summary>
    public IEnumerable<(CallerFact Fact, bool IsNear)> Sayable()
    {
        var near = OwnAndCurrent().ToHashSet();
        return Known().Select(fact => (fact, near.Contains(fact)))
            .Where(static one => one.fact.Kind != SlotKind.Other || one.Item2);
    }

    /// <summary>What he chose or counted in his last line, if anything.</summary>
    public CallerFact? ChosenLast => OwnAndCurrent().FirstOrDefault(fact => fact.IsKnown && gaveLast.Contains(fact.Slot)
        && fact.Kind is SlotKind.Other or SlotKind.Quantity or SlotKind.Duration);

    /// <summary>What he can say of a slot; null where he knows nothing of it.</summary>
    public CallerFact? KnownOf(string slot) => Known().FirstOrDefault(fact => fact.Slot == slot)
        ?? (slot == "name" && FullName is { } full ? new CallerFact(slot, SlotKind.Name, full) : null);

    /// <summary>What is returned brings back what had been given by now.</summary>
    public Action Remember()
    {
        var (counts, last) = (given.ToArray(), LastNumber);
        return () =>
        {
            LastNumber = last;
            gives.Clear();
            given.Clear();
            foreach (var (slot, count) in counts)
            {
                given[slot] = count;
            }
        };
    }

    /// <summary>The values were said in the caller's line, by whomever it was worded.</summary>
    public void Said(List<Fact> values)
    {
        foreach (var fact in Known().Where(fact => !gives.Contains(fact.Slot)
            && values.Exists(value => FactForms.Fits(value.Kind, fact.Kind) && Forms(fact).Matches(value))).ToList())
        {
            Gave(fact.Slot);
        }
    }

    public void Gave(string slot)
    {
        gives.Add(slot);
        given[slot] = Given(slot) + 1;
        LastNumber = All().FirstOrDefault(fact => fact.Slot == slot
            && fact.Kind is SlotKind.Phone or SlotKind.Code) ?? LastNumber;
    }

    /// <summary>The number that the caller gave last; null where he gave none.</summary>
    public CallerFact? LastNumber { get; private set; }

    /// <summary>
    /// The fact that a question asks for: of the wish that is talked about, then the caller's own, then of the other
    /// wishes. Null where none fits.
    /// </summary>
    public CallerFact? Asked(AgentAct act)
    {
        var facts = All().ToList();
        return Firm(facts, act.Whole)
            ?? (act.SlotName is { } name ? facts.Find(fact => SameSlot(fact.Slot, name)) : null)
            ?? OfWhat(facts, act.Sentence)
            ?? (act.Slot is { } kind && kind != SlotKind.Other
                ? OfKind(facts, kind, act)
                : InWords(facts, act.Sentence)
                    ?? (act.Asks && !IsYesNoForm().IsMatch(act.Sentence) ? InWords(facts, act.Whole) : null));
    }

    /// <summary>The fact of his, or of the wish, whose value stands in the words; null where none does.</summary>
    public CallerFact? NamedIn(string words)
    {
        var values = SpokenValues.Of(Tokens.Of(words), now);
        return OwnAndCurrent().Where(static fact => fact.IsKnown && fact.Kind is not (SlotKind.Day or SlotKind.Time))
            .FirstOrDefault(fact => IsSaidIn(fact, words) || values.Exists(value =>
                FactForms.Fits(value.Kind, fact.Kind) && value.Kind != FactKind.Name && Forms(fact).Matches(value))
                || (fact.Kind == SlotKind.Address && Tokens.Of(fact.Value!).Count(token => // It is known.
                    token.Word.Length > 3 && WordsOf.Contain(words, token.Word)) > 1));
    }

    /// <summary>The fact whose slot the words name; null where they name none.</summary>
    public CallerFact? InSlotWords(string words) => InWords([.. OwnAndCurrent()], words);

    /// <summary>The caller's own facts and those of the wish that is talked about.</summary>
    public IEnumerable<CallerFact> OwnAndCurrent() =>
        ((agenda.Current ?? agenda.Last)?.Facts ?? []).Concat(brief.Facts.Values);

    /// <summary>The value is one of his, or of the wish that is talked about.</summary>
    public bool IsOwn(Fact value) => OwnAndCurrent().Any(fact => fact.IsKnown
        && FactForms.Fits(value.Kind, fact.Kind) && Forms(fact).Matches(value));

    /// <summary>The value is none of his, and so near to one of his that somebody misheard it.</summary>
    public bool IsNearOwn(Fact value) => OwnAndCurrent().Any(fact => fact.IsKnown
        && FactForms.Fits(value.Kind, fact.Kind) && (Forms(fact).Matches(value) || Forms(fact).IsNear(value)));

    /// <summary>The part of a value that the agent asks for in this turn; null for none.</summary>
    public (CallerFact Fact, string Said)? PartAsked { get; set; }

    /// <summary>
    /// The fact of which the words ask for a part, and the part as it is said; null where they do not.
    /// </summary>
    /// <param name="words">The words that may ask for a part.</param>
    /// <param name="heard">The whole turn: what was caught of the value stands in it.</param>
    public (CallerFact Fact, string Said)? PartOf(string words, string heard)
    {
        var kinds = ValueParts.KindsAskedFor(words);
        if (kinds.Count == 0)
        {
            return null;
        }

        var caught = SpokenValues.Of(Tokens.Of(heard), now).FindAll(static value =>
            value.Kind is FactKind.Code or FactKind.Phone);
        var own = OwnAndCurrent().ToList();
        var facts = own.FindAll(fact => fact.IsKnown && fact.Kind is SlotKind.Phone or SlotKind.Code
                && caught.Exists(value => Forms(fact).Matches(value)))
            .Concat(LastNumber is { Value: { } number } last && number.Count(char.IsLetterOrDigit) >= MinSigns
                ? [last] : [])
            .Concat(own);
        return facts.FirstOrDefault(fact => kinds.Contains(fact.Kind) && fact.IsKnown) is { } whole
            && ValueParts.Say(whole, words) is { } said ? (whole, said) : null;
    }

    /// <summary>The caller's whole name, where both parts are known.</summary>
    public string? FullName => brief.Facts.GetValueOrDefault("name")?.Value
        ?? brief.Facts.GetValueOrDefault("full_name")?.Value
        ?? (brief.Facts.GetValueOrDefault("first_name")?.Value is { } first
            && brief.Facts.GetValueOrDefault("last_name")?.Value is { } last ? $"{first} {last}" : null);

    /// <summary>
    /// Holds the values of an act against the caller's facts. Returns the facts that are right in it, and for each
    /// value that is wrong the fact that was meant.
    /// </summary>
    /// <param name="act">What the agent said.</param>
    /// <param name="strict">
    /// A value of a kind of which the caller has given none is no mistake: the agent may know it from elsewhere.
    /// </param>
    public (List<CallerFact> Right, List<CallerFact> Wrong) Compare(AgentAct act, bool strict)
    {
        var right = new List<CallerFact>();
        var wrong = new List<CallerFact>();

        // What is no value to the ear is one by its words: "That's twelve, is that right?"
        right.AddRange((agenda.Current?.Facts ?? []).Where(fact => fact.IsKnown
            && fact.Kind is SlotKind.Quantity or SlotKind.Duration or SlotKind.Other or SlotKind.Address
            && IsSaidIn(fact, act.Sentence)));
        if (act.Values.Count == 0)
        {
            return (right, wrong);
        }

        // The day of another wish is not the day of this one.
        var slots = ((agenda.Current ?? agenda.Last)?.Facts ?? []).Select(static fact => fact.Slot).ToHashSet();
        var facts = All().Where(fact => fact.IsKnown && (IsAtIssue(fact) || !slots.Contains(fact.Slot))).ToList();
        foreach (var value in act.Values.Where(static value => value.Value is not ("911" or "999" or "112")))
        {
            var candidates = facts.Where(fact => FactForms.Fits(value.Kind, fact.Kind)
                || (value.Kind is FactKind.Code or FactKind.Phone && fact.Kind == SlotKind.Address
                    && fact.Value!.All(char.IsAsciiDigit))).ToList(); // It is known.
            if (candidates.Find(fact => Forms(fact).Matches(value)) is { } match)
            {
                right.Add(match);
            }
            else if (Meant(candidates.FindAll(IsAtIssue), value, act, strict) is { } meant && !wrong.Contains(meant))
            {
                wrong.Add(meant);
            }
        }

        // "Am I talking to Lorraine Fitch about Rose Clay?": who is named rightly is not named wrongly.
        var signs = wrong.Count == 0 ? "" : SignsIn(act.Sentence);
        wrong.RemoveAll(fact => right.Contains(fact)
            || (fact.Kind is SlotKind.Phone or SlotKind.Code && signs.Contains(
                // Known.
                string.Concat(fact.Value!.Where(char.IsLetterOrDigit)).ToLowerInvariant(), StringComparison.Ordinal))
            || (fact.Kind == SlotKind.Name && right.Exists(one => one.Kind == SlotKind.Name)
                && !(act.Asks && act.Values.Any(value => Forms(fact).IsMisheardName(value)))));
        return (right, wrong);
    }

    /// <summary>The value is one that the wish wants, or would take.</summary>
    public bool Takes(WishProgress wish, Fact value) =>
        wish.Facts.Any(fact => fact.IsKnown && FactForms.Fits(value.Kind, fact.Kind)
            && (Forms(fact).Matches(value) || Accepts(wish, fact, value)));

    /// <summary>The wish's fact of which the value is one; null where it has none.</summary>
    public CallerFact? SlotOf(WishProgress wish, Fact value) =>
        wish.Facts.FirstOrDefault(fact => fact.IsKnown && FactForms.Fits(value.Kind, fact.Kind) && Is(fact, value))
        ?? wish.Facts.FirstOrDefault(fact => FactForms.Fits(value.Kind, fact.Kind));

    /// <summary>The fact stands in the words as it is, or as people say it: "dispatched", "twelve".</summary>
    public bool IsSaidIn(CallerFact fact, string words) => fact.Value is { Length: > 0 } value
        && (WordsOf.Contain(words, value) || WordsOf.Contain(words, Forms(fact).Spoken)
            || (value.StartsWith("the ", StringComparison.Ordinal) && WordsOf.Contain(words, value[4..])));

    /// <summary>The value is the fact's own.</summary>
    public bool Is(CallerFact fact, Fact value) => Forms(fact).Matches(value);

    /// <summary>The wish takes the value instead of its own.</summary>
    public bool Accepts(WishProgress wish, CallerFact fact, Fact value) =>
        wish.Wish.Accepts.TryGetValue(fact.Slot, out var acceptance)
        && (acceptance.Any || acceptance.Values.Any(other =>
            Forms(fact with { Value = other, Spoken = null }).Matches(value)));

    private FactForms Forms(CallerFact fact)
    {
        if (!forms.TryGetValue(fact, out var known))
        {
            forms[fact] = known = new FactForms(fact, now);
        }

        return known;
    }

    private IEnumerable<CallerFact> All() => (agenda.Current ?? agenda.Last)?.Facts.Concat(Others()) ?? Others();

    private IEnumerable<CallerFact> Others() => brief.Facts.Values.Concat(
        agenda.Wishes.Where(wish => wish != (agenda.Current ?? agenda.Last)).SelectMany(wish => wish.Facts));

    private CallerFact? OfKind(List<CallerFact> facts, SlotKind kind, AgentAct act)
    {
        var fitting = facts.Where(fact => fact.Kind == kind).ToList();
        return InWords(fitting, act.Sentence) ?? (kind is SlotKind.Address or SlotKind.Code
            && act.Kind is ActKind.Request or ActKind.RequestAgain
                ? InWords(facts, act.Sentence) : null) ?? (kind switch
        {
            SlotKind.Name => OwnName(act.Sentence),
            // A code of another record is no answer to a question for this one.
            SlotKind.Code => act.SlotName is null ? OnlyCode(fitting) : null,

            // "Your phone number" is the caller's own, whatever number the wish is about.
            SlotKind.Phone or SlotKind.Email when act.Sentence.Contains("your", StringComparison.OrdinalIgnoreCase) =>
                fitting.Find(fact => brief.Facts.Values.Contains(fact)) ?? fitting.FirstOrDefault(),
            _ => fitting.FirstOrDefault(),
        });
    }

    // The number that is talked about; else the only one that he has.
    private CallerFact? OnlyCode(List<CallerFact> codes)
    {
        var known = codes.FindAll(fact => fact.IsKnown);
        var own = known.FindAll(fact => (agenda.Current ?? agenda.Last)?.Facts.Contains(fact) == true);
        return own.Count == 1 ? own[0] : known.Count == 1 ? known[0] : known.Count == 0 ? codes.FirstOrDefault() : null;
    }

    private CallerFact? OwnName(string sentence)
    {
        var first = brief.Facts.GetValueOrDefault("first_name");
        var last = brief.Facts.GetValueOrDefault("last_name");
        var wantsFirst = sentence.Contains("first", StringComparison.OrdinalIgnoreCase);
        var wantsLast = sentence.Contains("last", StringComparison.OrdinalIgnoreCase)
            || sentence.Contains("surname", StringComparison.OrdinalIgnoreCase)
            || sentence.Contains("family name", StringComparison.OrdinalIgnoreCase);
        return wantsFirst == wantsLast && FullName is { } full ? new CallerFact("name", SlotKind.Name, full)
            : wantsFirst ? first : last ?? first ?? brief.Facts.GetValueOrDefault("name");
    }

    // "What's your shop called?" asks for the firm, and not for the caller's name.
    private static CallerFact? Firm(List<CallerFact> facts, string sentence) => OfFirm().IsMatch(sentence)
        ? facts.Find(static fact => fact.Slot.Split('_') is var parts && Array.Exists(parts, static part =>
            part is "company" or "business" or "organization" or "organisation" or "shop" or "firm")
            && !fact.Slot.EndsWith("id", StringComparison.Ordinal))
        : null;

    [GeneratedRegex(@"\b(shop|store|business|company|practice|restaurant|firm|studio|outfit|organi[sz]ation|place) (is )?(called|name)|\b(name of|called|what's|what is) (your|the|that) (shop|store|business|company|practice|restaurant|firm|studio|outfit|organi[sz]ation)\b(?! (phone|number|address|zip))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfFirm();

    [GeneratedRegex(@"^(and |so |but |okay |then |now )*(are|is|was|were|has|have|do|does|did|can|could|would|will|any) ",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsYesNoForm();

    // "The name of your building" asks for the building.
    private static CallerFact? OfWhat(List<CallerFact> facts, string sentence) =>
        HeadOf().Match(sentence) is { Success: true } of ? InWords(facts, of.Groups["of"].Value)
            : Street().IsMatch(sentence) ? facts.Find(static fact => fact.Kind == SlotKind.Address && fact.IsKnown)
            : null;

    [GeneratedRegex(@"\b(street|building|road) (name|number)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Street();

    [GeneratedRegex(@"\b(name|number|address|code|date|day|time|kind|type|level) (of|for|on) (your|the|that|this) (?<of>\w+( \w+)?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadOf();

    // "the number of the house" asks for house_number: every word of the slot's name stands in the question.
    private static CallerFact? InWords(List<CallerFact> facts, string sentence)
    {
        var words = Tokens.Of(sentence).Select(token => token.Word.TrimEnd('s')).ToHashSet(StringComparer.Ordinal);
        return facts
            .Where(fact => Parts(fact).Any(part => part != "id")
                && Parts(fact).All(part => part == "id" || words.Contains(part.TrimEnd('s'))))
            .MaxBy(fact => Parts(fact).Length);

        static string[] Parts(CallerFact fact) => fact.Slot.Split('_', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string SignsIn(string words)
    {
        var tokens = Tokens.Of(words);
        var signs = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            i += Math.Max(0, NumberWords.ReadSpelled(tokens, i, signs) - 1);
        }

        return signs.ToString();
    }

    // What he wants otherwise in another wish is nothing to this one.
    private bool IsAtIssue(CallerFact fact) => brief.Facts.Values.Contains(fact)
        || (agenda.Current ?? agenda.Last)?.Facts.Contains(fact) == true;

    private CallerFact? Meant(List<CallerFact> candidates, Fact value, AgentAct act, bool strict)
    {
        var asks = act.Asks;

        if (asks && candidates.Find(fact => Forms(fact).IsMisheardName(value)) is { } misheard)
        {
            return misheard;
        }

        // Somebody else may be named beside what is read back, and a word may look like a name. What is told without a
        // question is wrong only where it was misheard.
        if (value.Kind == FactKind.Name && (act.Slot != SlotKind.Name || act.Kind != ActKind.ReadBack
            || act.Values.Any(one => one.Kind != FactKind.Name) || !asks || !gaveLast.Overlaps(Slots(candidates))))
        {
            candidates = candidates.FindAll(fact => act.Kind == ActKind.ReadBack && Forms(fact).IsNear(value));
            return candidates.Count > 0 ? candidates[0] : null;
        }

        if (!asks && !strict)
        {
            candidates = candidates.FindAll(fact => gaveLast.Contains(fact.Slot) || Forms(fact).IsNear(value));
        }

        // Spelled letters are a part of a name that somebody took down.
        candidates.RemoveAll(fact => value.Kind == FactKind.Code && fact.Kind == SlotKind.Name
            && !Forms(fact).IsNear(value));
        var named = act.SlotName is { } name ? candidates.Find(fact => SameSlot(fact.Slot, name)) : null;
        // A number that the agent gives out is no telephone number, and a new one is not the caller's.
        var kind = act.Slot is { } slot && slot != SlotKind.Other ? slot : KindOf(value.Kind);
        var sameKind = candidates.FindAll(fact => fact.Kind == kind
            && (kind != SlotKind.Address || Forms(fact).IsNear(value)));
        return named ?? (strict
                ? sameKind.Find(fact => Given(fact.Slot) > 0)
                : sameKind.FirstOrDefault())
            ?? (asks && value.Kind is FactKind.Code or FactKind.Phone
                ? candidates.Find(fact => Given(fact.Slot) > 0 && Forms(fact).IsNear(value))
                : null);
    }

    private static IEnumerable<string> Slots(IEnumerable<CallerFact> facts) => facts.Select(static fact => fact.Slot);

    private static SlotKind KindOf(FactKind kind) => kind switch
    {
        FactKind.Date => SlotKind.Day,
        FactKind.Time => SlotKind.Time,
        FactKind.Amount => SlotKind.Amount,
        FactKind.Phone => SlotKind.Phone,
        FactKind.Email => SlotKind.Email,
        FactKind.Code => SlotKind.Code,
        _ => SlotKind.Name,
    };

    private static bool SameSlot(string slot, string name) => Plain(slot) == Plain(name);

    // invoice_id, invoice_number and invoice are one slot.
    private static string Plain(string slot)
    {
        foreach (var ending in new[] { "_id", "_number", "_no", "_code" })
        {
            if (slot.EndsWith(ending, StringComparison.Ordinal) && slot.Length > ending.Length)
            {
                return slot[..^ending.Length];
            }
        }

        return slot;
    }
}
