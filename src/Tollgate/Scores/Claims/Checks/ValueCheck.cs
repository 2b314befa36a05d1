using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.Rules;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>Holds the values of a sentence against what is known: each stands somewhere, follows from what does, or is
/// invented.</summary>
internal sealed class ValueCheck(Knowledge known)
{
    private const int MinBare = 13;
    private const int MinCounted = 4;
    private const int MinProduct = 20;
    private const int MinSpelled = 4;

    // Among more known values than these, one follows from others by chance.
    private const int MaxSteps = 12;
    private const int MaxTimes = 4;
    private const decimal Roughly = 0.08m;

    private static readonly HashSet<string> Approximate =
        ["about", "around", "roughly", "nearly", "almost", "approximately", "under", "over", "some", "like", "say", "maybe"];

    private static readonly HashSet<string> Sums =
    [
        "total", "altogether", "together", "comes", "come", "difference", "apart", "more", "less", "left", "save", "saves", "saving", "each",
        "both", "extra", "cheaper", "leaves", "leaving", "remaining", "remainder", "plus", "works", "makes", "make", "sum", "between", "split",
        "half", "twice", "double", "top", "over", "back", "apiece", "parts", "payments", "installments", "unused", "two", "three", "deposit", "all", "with",
    ];

    private static readonly HashSet<string> Totals =
        ["total", "altogether", "together", "cheaper", "save", "saving", "difference", "both", "unused", "top", "over", "work", "works", "makes"];

    private static readonly List<string> Examples =
        ["for example", "for instance", "such as", "e.g"];

    private static readonly List<string> Guesses =
        ["might be", "may be", "could be", "starts with", "start with", "would be like"];

    private static readonly HashSet<string> Shifts =
    [
        "until", "till", "done", "finish", "finished", "ends", "end", "out", "early", "ahead", "before", "after", "later", "earlier", "then",
        "starting", "arrive", "there", "finishing", "finishes", "wrap", "leave", "last", "lasts", "run", "runs", "latest", "ready", "takes", "from",
    ];

    public void Judge(Sentence sentence, List<Claim> claims)
    {
        var facts = sentence.Speech.Facts;
        foreach (var fact in facts)
        {
            if ((IsStated(sentence, fact.Start)
                || (IsReadBack(sentence, fact) && !IsExample(sentence.ClauseAt(fact.Start)))
                || PresuppositionRule.Claims(sentence.Speech, fact, sentence.ClauseAt(fact.Start)))
                && fact.Kind != FactKind.Amount && Holds(sentence, fact) is { } grounded)
            {
                Add(sentence, KindOf(fact.Kind), grounded, fact.Start, fact.End, claims);
            }
        }

        foreach (var quantity in sentence.Quantities)
        {
            if (IsStated(sentence, quantity.Start) && !IsOrdinal(sentence, quantity)
                && !facts.Exists(fact => fact.Kind != FactKind.Amount
                && fact.Start < quantity.End && quantity.Start < fact.End))
            {
                var (kind, grounded) = Holds(sentence, quantity);
                if (grounded is { } answer)
                {
                    Add(sentence, kind, answer, quantity.Start, quantity.End, claims);
                }
            }
        }

        Spelled(sentence, claims);
    }

    // "past the twenty-fifth"
    private static bool IsOrdinal(Sentence sentence, Quantity quantity) => quantity.Unit.Length == 0
        && quantity.End < sentence.Tokens.Count
        && NumberWords.Ordinal(sentence.Tokens[quantity.End].Word) > 0
            && sentence.Tokens[quantity.End - 1].Stop == '\0';

    private static bool IsExample(Clause clause) =>
        Examples.Exists(words => clause.Words.Contains(words, StringComparison.Ordinal))
        || (clause.Mood == Mood.Supposition
            && Guesses.Exists(words => clause.Words.Contains(words, StringComparison.Ordinal)));

    // Nobody asks for a number by naming another.
    private bool IsReadBack(Sentence sentence, Fact fact) => fact.Kind is FactKind.Phone or FactKind.Email
        || (fact.Kind == FactKind.Time && known.Answers.Clock.Count > 0)
        || (fact.Kind == FactKind.Name && sentence.Is(fact.Start - 1, "mr", "mrs", "ms", "miss", "dr", "doctor"))
        || (fact.Kind == FactKind.Code && fact.Value.Count(char.IsAsciiDigit) >= MinSpelled);

    // What is asked, supposed or given as an example is not stated.
    private static bool IsStated(Sentence sentence, int token)
    {
        var clause = sentence.ClauseAt(token);
        return clause.Mood != Mood.Question && !clause.Words.StartsWith("if ", StringComparison.Ordinal)
            && !IsExample(clause);
    }

    /// <summary>Whether a fact of the sentence is known; null where that cannot be told.</summary>
    public bool? Holds(Sentence sentence, Fact fact) => fact.Kind switch
    {
        FactKind.Date => IsKnownDate(sentence, fact),
        FactKind.Time => IsKnownTime(sentence, fact),
        FactKind.Phone => known.HasSigns(fact.Value) || (fact.Value.Length == 11 && known.HasSigns(fact.Value[1..])),
        FactKind.Code => known.HasSigns(fact.Value) || IsKnownNumber(sentence, fact) || IsShort(fact.Value),
        FactKind.Email => known.HasSigns(CodeRule.Form(fact.Value)),
        FactKind.Name => IsKnownName(sentence, fact),
        FactKind.Amount =>
            sentence.Quantities.Find(one => one.Start < fact.End && fact.Start < one.End) is { Values: not null } amount
            ? Holds(sentence, amount).Grounded
            : null,
        _ => null,
    };

    // "I-80", "7A": a number with a letter may be of a street or a room.
    private bool IsShort(string code) => code.Length < MinSpelled
        && decimal.TryParse(string.Concat(code.Where(char.IsAsciiDigit)), out var number) && known.HasNumber(number);

    private static ClaimKind KindOf(FactKind kind) => kind switch
    {
        FactKind.Date => ClaimKind.Date,
        FactKind.Time => ClaimKind.Time,
        FactKind.Phone => ClaimKind.Phone,
        FactKind.Code => ClaimKind.Code,
        FactKind.Email => ClaimKind.Email,
        FactKind.Name => ClaimKind.Name,
        _ => ClaimKind.Amount,
    };

    private bool? IsKnownDate(Sentence sentence, Fact fact)
    {
        var value = fact.Value;
        var next = sentence.Speech.Facts.Find(one => one.Kind == FactKind.Date && one.Start == fact.End);
        switch (value[0])
        {
            case 'w':
                var weekday = value[1] - '0';
                return next.Value is { Length: > 0 } both && DayOf(both) is { } meant
                    ? known.HasDate(date => (int)date.DayOfWeek == weekday && meant(date))
                    : known.HasWeekday(weekday) || SaysClosed(sentence.ClauseAt(fact.Start).Words);
            case 'r':
                return known.HasLoose(value) ? true : null;
            default:
                return DayOf(value) is not { } isMeant ? null
                    : IsRough(sentence, fact) ? known.HasGivenDate(isMeant)
                    : known.HasDate(isMeant) || IsMonthOnly(value) ? true
                    : IsNextDay(sentence, fact) ? known.HasWeekday((int)NextDay(sentence, fact).DayOfWeek) ? true
                        : known.Answers.Dates.Count == 0 ? null : false
                    : false;
        }

        // "Around the third": of what was reckoned nobody is unsure.
        static bool IsRough(Sentence sentence, Fact fact) => sentence.Is(fact.Start - 1, "around", "about", "roughly")
            || (sentence.Is(fact.Start - 1, "the") && sentence.Is(fact.Start - 2, "around", "about", "roughly"));

        bool IsMonthOnly(string month) => month[0] == 'm' && known.HasLoose(month);
    }

    // "We're closed on Mondays": what is not among the open days.
    private static bool SaysClosed(string words) => words.Contains("closed", StringComparison.Ordinal)
        || words.Contains("not open", StringComparison.Ordinal) || words.Contains("n't open", StringComparison.Ordinal)
        || words.Contains("except", StringComparison.Ordinal)
        || words.Contains("n't", StringComparison.Ordinal) || words.Contains(" not ", StringComparison.Ordinal)
        || words.Contains("never", StringComparison.Ordinal);

    private static bool IsNextDay(Sentence sentence, Fact fact) => sentence.Is(fact.End - 1, "tomorrow", "yesterday");

    private DateTime NextDay(Sentence sentence, Fact fact) =>
        known.Now.AddDays(sentence.Is(fact.End - 1, "tomorrow") ? 1 : -1);

    /// <summary>Whether a day is the one that a date's form means; null where the form names none.</summary>
    public static Func<DateOnly, bool>? DayOf(string value)
    {
        if (value[0] == 'w')
        {
            return date => (int)date.DayOfWeek == value[1] - '0';
        }

        if (value[0] == 'd'
            && int.TryParse(value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var day))
        {
            return date => date.Day == day;
        }

        if (value[0] == 'm'
            && int.TryParse(value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var month))
        {
            return date => date.Month == month;
        }

        if (value[0] == '-')
        {
            return date => value.AsSpan(2).SequenceEqual($"{date.Month:00}-{date.Day:00}");
        }

        return DateOnly.TryParseExact(
            value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var whole)
            ? date => date == whole
            : null;
    }

    private bool? IsKnownTime(Sentence sentence, Fact fact)
    {
        var isExact = fact.Value[^1] != '?';
        var minutes = int.Parse(fact.Value.TrimEnd('?'), CultureInfo.InvariantCulture);
        if (known.HasTime(minutes, isExact) || IsKnownNumber(sentence, fact))
        {
            return !SaysEnd(sentence, fact) || known.HasEnd(minutes)
                || !known.Told.Exists(static one => one.Ends.Count > 0)
                || known.Answers.Clock.Contains(minutes) || known.Said.Open.Contains(minutes % 720);
        }

        return known.FollowsFromTimes(minutes) && (Has(sentence, Shifts) || known.Times <= MaxTimes)
            ? Has(sentence, Shifts) ? true : null
            : (sentence.Is(fact.Start - 1, "before", "after", "about", "around", "nearly", "almost", "past") && Enumerable.Range(-15, 31)
                .Any(shift => known.HasTime((minutes + shift + 1440) % 1440, isExact)));
    }

    // "We stay open until nine."
    private static bool SaysEnd(Sentence sentence, Fact fact) =>
        sentence.Is(fact.Start - 1, "until", "till") && sentence.Tokens.Exists(static token => token.Word is
            "open" or "we're" or "we" or "stay" or "here" or "close" or "closing");

    private bool IsKnownNumber(Sentence sentence, Fact fact) => sentence.Quantities.Exists(quantity =>
        quantity.Start <= fact.Start && quantity.End >= fact.End
            && quantity.Values.Any(value => (value >= MinBare || value % 1 != 0) && known.HasNumber(value)));

    // A capital alone makes no name: a title does, what is done with people, or two of them.
    private bool? IsKnownName(Sentence sentence, Fact fact)
    {
        if (known.HasWord(fact.Value) || known.HasSigns(CodeRule.Form(fact.Value)))
        {
            return true;
        }

        var before = fact.Start > 0 ? sentence.Tokens[fact.Start - 1] : default;
        var isPerson = before.Word is "mr" or "mrs" or "ms" or "miss" or "dr" or "doctor" or "with" or "under" or "named" or "called" or "nurse" or "it's" or "by"
            || sentence.Speech.Facts.Exists(one => one.Kind == FactKind.Name && !known.HasWord(one.Value)
                && (one.Start == fact.End || one.End == fact.Start))
            || (fact.Start == 0 && fact.End < sentence.Tokens.Count);
        return isPerson ? false : null;
    }

    private (ClaimKind Kind, bool? Grounded) Holds(Sentence sentence, Quantity quantity)
    {
        var approximate = quantity.Start > 0 && Approximate.Contains(sentence.Tokens[quantity.Start - 1].Word);
        return quantity.Unit switch
        {
            Quantity.Money => (ClaimKind.Amount, IsKnownMoney(sentence, quantity, approximate)),
            Quantity.Percent =>
                (ClaimKind.Amount, Has(quantity, Quantity.Percent, approximate) || Has(quantity, "", approximate)),
            Quantity.Minutes or Quantity.Months =>
                (ClaimKind.Duration, IsKnownDuration(sentence, quantity, approximate)),
            "digit" or "letter" or "character" or "figur" => (ClaimKind.Quantity, null),
            "" => (ClaimKind.Quantity, sentence.ClauseAt(quantity.Start).Words.Contains(" heard ",
                StringComparison.Ordinal) ? null
                : IsKnownBare(sentence, quantity)),
            _ => (ClaimKind.Quantity, IsKnownCount(sentence, quantity, approximate)),
        };
    }

    private bool? IsKnownMoney(Sentence sentence, Quantity quantity, bool approximate) => OrUnsure(
        Has(quantity, Quantity.Money, approximate) || Has(quantity, "", approximate)
        || quantity.Values.Any(value => value >= MinBare && known.HasNumber(value, isDuration: false))
        || (Has(sentence, Sums) && quantity.Values.Any(FollowsFromAmounts))
        || (known.HasStem("half") && quantity.Values.Any(value => known.HasNumber(value * 2, Quantity.Money))),
        sentence, quantity);

    // A sum, a difference, a multiple or a part of known amounts.
    private bool FollowsFromAmounts(decimal value)
    {
        var all = known.Numbers(Quantity.Money).Concat(known.Numbers("").Where(static one => one >= 10 || one % 1 != 0))
            .ToHashSet();
        for (var factor = 2; factor <= 12; factor++)
        {
            if (all.Contains(value * factor) || all.Contains(value / factor))
            {
                return true;
            }
        }

        foreach (var one in all)
        {
            for (var factor = 1; factor <= 3; factor++)
            {
                if (all.Contains(value - (one * factor)) || all.Contains(value + (one * factor)))
                {
                    return true;
                }
            }

        }

        foreach (var percent in known.Numbers(Quantity.Percent))
        {
            var share = percent / 100;
            if (share is > 0 and < 1
                && (all.Contains(Math.Round(value / share, 2)) || all.Contains(Math.Round(value / (1 - share), 2))
                    || all.Contains(Math.Round(value / (1 + share), 2))))
            {
                return true;
            }
        }

        return false;
    }

    // One sum, one difference or one product of what is no small number.
    private bool FollowsAtOnce(decimal value)
    {
        var all = known.Numbers(Quantity.Money).Concat(known.Numbers("").Where(static one => one >= 10 || one % 1 != 0))
            .ToHashSet();
        return all.Any(one => all.Contains(value - one) || all.Contains(value + one))
            || Enumerable.Range(2, 11).Any(factor => value * factor >= 20 && (all.Contains(value * factor)
                || (value / factor >= 20 && all.Contains(value / factor))));
    }

    // What may follow from known amounts in steps that cannot be told apart from chance is not charged.
    private bool? OrUnsure(bool grounded, Sentence sentence, Quantity quantity) => grounded ? true
        : Has(sentence, Totals)
            || (known.Numbers(Quantity.Money).Concat(known.Numbers("")).Distinct().Count() <= MaxSteps
            && quantity.Values.Any(FollowsAtOnce))
            || quantity.Values.Any(value => value >= MinProduct && IsProduct(sentence, quantity, value)) ? null
        : false;

    // "For sixteen that'd be two hundred eighty-eight": as many times a known price as the sentence says.
    private bool IsProduct(Sentence sentence, Quantity product, decimal value) => sentence.Quantities
        .Where(one => one.Start != product.Start
            && one.Unit is not (Quantity.Minutes or Quantity.Months)).SelectMany(static one => one.Values)
        .Where(static count => count is >= 2 and <= 1000).Any(count => value / count > 1
            && known.HasNumber(value / count));

    private bool? IsKnownDuration(Sentence sentence, Quantity quantity, bool approximate)
    {
        if (quantity.Unit == Quantity.Minutes && quantity.Values.All(static value => value <= 1))
        {
            return null;
        }

        var unitWord = sentence.Tokens[quantity.End - 1].Word;
        var factor = QuantityRule.UnitOf(unitWord)?.Factor ?? 1;
        return OrUnsure(
            Has(quantity, quantity.Unit, approximate)
            || quantity.Values.Any(value => known.Replied.Contains(value / factor))
            || quantity.Values.Any(value => value / factor >= 5 && known.HasNumber(value / factor, ""))
            || (quantity.Unit == Quantity.Minutes
                && quantity.Values.Any(value => value % 1440 == 0 && known.HasNumber(value / 1440, "day")))
            || (quantity.Unit == Quantity.Minutes
                && quantity.Values.Any(value => known.FollowsFromSpan(value) || known.IsSinceNow(value, approximate))),
            sentence, quantity);
    }

    private bool? IsKnownBare(Sentence sentence, Quantity quantity) =>
        quantity.Values.All(static value => value < MinBare) ? null
        : OrUnsure(
            quantity.Values.Any(value => IsRate(sentence, quantity) ? known.HasNumber(value, isDuration: false)
                : known.HasNumber(value) || IsAge(value) || IsClock(value))
            || known.HasSigns(Spell(sentence, quantity))
                || ((sentence.Is(quantity.End + 1, "cents") || sentence.Is(quantity.End + 2, "cents"))
                    && quantity.Values.Any(value => known.Answers.Numbers.Any(one => Math.Floor(one.Value) == value)))
                || (Has(sentence, Sums) && quantity.Values.Any(FollowsFromAmounts)),
            sentence, quantity);

    // "Thirteen hundred a month" is a price.
    private static bool IsRate(Sentence sentence, Quantity quantity) => sentence.Is(quantity.End, "a", "per")
        && sentence.Is(quantity.End + 1, "month", "week", "year", "day", "night", "hour");

    // "seventeen forty", "six forty-five".
    private bool IsClock(decimal value) => value is >= 100 and < 2400 && value % 1 == 0 && value % 100 < 60
        && known.HasTime((int)(((int)(value / 100) * 60) + (value % 100)), isExact: value >= 1300);

    private bool IsAge(decimal value) => value < 120 && known.HasDate(date => known.Now.Year - date.Year == value
        || known.Now.Year - date.Year - 1 == value);

    private bool? IsKnownCount(Sentence sentence, Quantity quantity, bool approximate)
    {
        if (quantity.Values.Any(value => known.HasNumber(value, quantity.Unit)))
        {
            return true;
        }

        // Of what a record counts, another count is false; small numbers count anything otherwise.
        var others = known.Answers.Numbers.Any(one => one.Unit == quantity.Unit);
        return quantity.Values.All(static value => value < MinCounted)
            ? others && quantity.Values.All(value => !known.HasNumber(value, "")) ? false : null
            : quantity.Values.Any(
                value => known.HasNumber(value, "") || known.Said.Numbers.Any(one => one.Value == value)
                    || (known.HasStem(quantity.Unit) && known.HasNumber(value)))
                        || known.HasSigns(Spell(sentence, quantity))
                || (approximate && Has(quantity, quantity.Unit, approximate))
                    || (Has(sentence, Sums) && quantity.Values.Any(FollowsFromAmounts));
    }

    private bool Has(Quantity quantity, string unit, bool approximate) =>
        quantity.Values.Any(value => known.HasNumber(value, unit))
        || (approximate && known.Measured(unit).Any(number => (unit.Length > 0 || number >= 10)
            && quantity.Values.Any(value => Math.Abs(number - value) <= number * Roughly)));

    private static bool Has(Sentence sentence, HashSet<string> words) =>
        sentence.Tokens.Exists(token => words.Contains(token.Word));

    private static string Spell(Sentence sentence, Quantity quantity)
    {
        var spelled = new StringBuilder();
        for (var i = quantity.Start; i < quantity.End; i++)
        {
            i += Math.Max(0, NumberWords.ReadSpelled(sentence.Tokens, i, spelled) - 1);
        }

        return spelled.Length >= 2 ? spelled.ToString() : "\0";
    }

    // "C-L-I-P-W-I-S-E", "d, a, n, i, e, l, a": letters of a word that is known.
    private void Spelled(Sentence sentence, List<Claim> claims)
    {
        var letters = new StringBuilder();
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            letters.Clear();
            var end = i;
            while (end < sentence.Tokens.Count && IsSpelled(sentence.Tokens[end].Word))
            {
                letters.Append(sentence.Tokens[end].Word.Replace("-", "", StringComparison.Ordinal));
                end++;
            }

            if (letters.Length >= MinSpelled && !letters.ToString().All(char.IsAsciiDigit)
                && !claims.Exists(one => one.Kind is ClaimKind.Code or ClaimKind.Email or ClaimKind.Phone)
                    && IsStated(sentence, i))
            {
                Add(sentence, ClaimKind.Code, known.HasSigns(letters.ToString())
                    || known.HasSigns(WithFigures(letters.ToString())), i, end, claims);
            }

            i = Math.Max(i, end - 1);
        }
    }

    // What is known has figures where a name is spelled with the letters of a number: "Pier Nine".
    private static string WithFigures(string letters)
    {
        for (var digit = '0'; digit <= '9'; digit++)
        {
            letters = letters.Replace(NumberText.Digit(digit), digit.ToString(), StringComparison.Ordinal);
        }

        return letters;
    }

    private static bool IsSpelled(string word) =>
        (word.Length == 1 && char.IsAsciiLetter(word[0]))
        || (word.Length >= 3
            && word.Split('-').All(static one => one.Length == 1 && char.IsAsciiLetterOrDigit(one[0])));

    private void Add(Sentence sentence, ClaimKind kind, bool grounded, int start, int end, List<Claim> claims)
    {
        var words = sentence.Words(start, end);
        claims.Add(grounded
            ? new Claim(sentence.Text, kind, ClaimOutcome.Grounded, words, $"\"{words}\" stands in, or follows from, what is known.")
            : new Claim(
                sentence.Text, kind, HasOther(kind) ? ClaimOutcome.Contradicted : ClaimOutcome.Invented, words,
                $"\"{words}\" stands in nothing that was said, answered or told."));
    }

    // A tool has answered with a value of this kind, and it is another one.
    private bool HasOther(ClaimKind kind) => kind switch
    {
        ClaimKind.Date => known.Answers.Dates.Count > 0,
        ClaimKind.Time => known.Answers.Clock.Count > 0,
        ClaimKind.Amount or ClaimKind.Quantity or ClaimKind.Duration => known.Answers.Numbers.Count > 1,
        _ => known.Answers.HasAny,
    };
}
