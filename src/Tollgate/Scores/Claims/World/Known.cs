using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Unicode;

namespace Tollgate.Scores.Claims.World;

/// <summary>
/// What values rest on: each is read in all the senses that it may have, and is told apart by its kind. Grows as a call
/// goes on. Not thread-safe.
/// </summary>
internal sealed class Known(DateTime now)
{
    private const int Family = 5;
    private const int MaxOff = 2;
    private const int MaxHour = 12;
    private const int HalfDay = 720;

    private readonly HashSet<int> clock = [];
    private readonly HashSet<int> open = [];
    private readonly HashSet<int> ends = [];
    private readonly HashSet<DateOnly> dates = [];
    private readonly HashSet<int> weekdays = [];
    private readonly HashSet<string> loose = new(StringComparer.Ordinal);
    private readonly HashSet<(decimal Value, string Unit)> numbers = [];
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string> stems = new(StringComparer.Ordinal);
    private readonly HashSet<string> families = new(StringComparer.Ordinal);
    private readonly StringBuilder signs = new("\n");
    private readonly List<HashSet<string>> restrictions = [];
    private string? all;
    private string? digits;

    public IReadOnlySet<(decimal Value, string Unit)> Numbers => numbers;

    public IReadOnlySet<DateOnly> Dates => dates;

    /// <summary>Times with their half of the day, in minutes since midnight.</summary>
    public IReadOnlySet<int> Clock => clock;

    /// <summary>Times without their half of the day, below 720.</summary>
    public IReadOnlySet<int> Open => open;

    /// <summary>Times at which something ends, below 720.</summary>
    public IReadOnlySet<int> Ends => ends;

    public bool HasAny { get; private set; }

    /// <summary>Words that were spoken or that agents were told.</summary>
    public void Say(string text) => Add(text, isData: false, "");

    /// <summary>All that the other knows.</summary>
    public void Learn(Known other)
    {
        HasAny |= other.HasAny;
        clock.UnionWith(other.clock);
        open.UnionWith(other.open);
        ends.UnionWith(other.ends);
        dates.UnionWith(other.dates);
        weekdays.UnionWith(other.weekdays);
        loose.UnionWith(other.loose);
        numbers.UnionWith(other.numbers);
        words.UnionWith(other.words);
        stems.UnionWith(other.stems);
        families.UnionWith(other.families);
        signs.Append(other.signs, 1, other.signs.Length - 1);
        restrictions.AddRange(other.restrictions);
        (all, digits) = (null, null);
    }

    /// <summary>What a tool is for: its words and numbers count, but a code that is an example is nobody's.</summary>
    public void Describe(string text)
    {
        var own = signs.Length;
        Say(text);
        signs.Length = own;
        (all, digits) = (null, null);
    }

    /// <summary>The day of the call.</summary>
    public void SayToday()
    {
        AddDay(DateOnly.FromDateTime(now));
        AddTime((int)now.TimeOfDay.TotalMinutes, isExact: true);
    }

    /// <summary>What a tool answered or was asked; text that is no JSON counts as text.</summary>
    public void Answer(string json)
    {
        if (OutsideJson.Parse(json) is { } answer)
        {
            Answer(answer, "");
        }
        else
        {
            Add(json, isData: true, "");
        }
    }

    public bool HasWord(string word) =>
        words.Contains(NameRule.Form(word))
            || word.Split('-', '.', '\'').All(part => part.Length == 0 || words.Contains(part));

    public bool HasStem(string stem) => stems.Contains(stem);

    /// <summary>A word that begins as this one.</summary>
    public bool HasFamily(string stem) => stem.Length >= Family && families.Contains(stem[..Family]);

    /// <summary>A sentence that speaks of such an act says "never", "only" or "not".</summary>
    public bool Restricts(ActionKinds acts) =>
        restrictions.Exists(one => one.Any(stem => (ActWords.Of(stem) & acts) != 0));

    public bool HasWeekday(int day) => weekdays.Contains(day);

    public bool HasLoose(string date) => loose.Contains(date);

    /// <summary>Letters and digits in a row, however they were given; the letter O and a nought are one.</summary>
    public bool HasSigns(string value) =>
        (all ??= signs.ToString().Replace('o', '0')).Contains(value.Replace('o', '0'), StringComparison.Ordinal);

    /// <summary>The same, and in what was given in several pieces.</summary>
    public bool HasDigits(string value) => HasSigns(value)
        || (digits ??= string.Concat(signs.ToString().Where(char.IsAsciiDigit)))
            .Contains(value, StringComparison.Ordinal);

    /// <summary>Digits in a row of which one or two are others, or stand the other way round.</summary>
    public bool HasNear(string digits)
    {
        HasSigns(digits);
        return all!.Split('\n').Any(line => Enumerable.Range(0, Math.Max(0, line.Length - digits.Length + 1))
            .Any(at => (at == 0 || !char.IsAsciiDigit(line[at - 1]))
                && IsNear(line.AsSpan(at, digits.Length), digits)));
    }

    /// <summary>A word of which one or two letters are others.</summary>
    public bool HasNearWord(string word) => words.Any(one => one.Length == word.Length && word.Length > MaxOff * 2
        && IsNear(one, word));

    private static bool IsNear(ReadOnlySpan<char> one, string other)
    {
        var off = 0;
        for (var i = 0; i < other.Length; i++)
        {
            off += one[i] == other[i] ? 0 : 1;
        }

        return off <= MaxOff && off < other.Length - 1;
    }

    /// <summary>A day of the year, in any year.</summary>
    public bool HasDay(int month, int day) => dates.Any(date => date.Month == month && date.Day == day)
        || loose.Contains($"--{month:00}-{day:00}");

    private void Answer(JsonElement value, string field)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var one in value.EnumerateObject())
                {
                    Count(Tokens.Of(one.Name.Replace('_', ' ')), "");
                    foreach (var word in one.Name.Split('_', '-'))
                    {
                        AddStem(Stems.Of(word.ToLowerInvariant()));
                    }

                    Answer(one.Value, one.Name);
                }

                break;
            case JsonValueKind.Array:
                numbers.Add((value.GetArrayLength(), ""));
                foreach (var item in value.EnumerateArray())
                {
                    Answer(item, field);
                }

                break;
            case JsonValueKind.String:
                Add(value.GetString()!, isData: true, field);
                break;
            case JsonValueKind.Number:
                Add(value.GetRawText(), isData: true, field);
                break;
            default:
                break;
        }
    }

    private void Add(string text, bool isData, string field)
    {
        HasAny = true;
        var tokens = Tokens.Of(isData ? text.Replace('_', ' ') : text);
        foreach (var token in tokens)
        {
            words.Add(NameRule.Form(token.Word));
            AddStem(Stems.Of(token.Word));
            if (!token.Word.AsSpan().ContainsAny("-@./"))
            {
                words.Add(token.Word);
                continue;
            }

            foreach (var part in token.Word.Split('-', '@', '.', '/'))
            {
                words.Add(part);
                AddStem(Stems.Of(part));
            }
        }

        Nicknames.Add(tokens, words);
        Spell(tokens);
        Count(tokens, field);
        Windows(tokens);
        var finder = FactFinder.Find(tokens, now, isData);
        foreach (var fact in finder)
        {
            Add(fact, tokens);
        }

        if (!isData)
        {
            foreach (var day in SpokenDays.In(tokens, DateOnly.FromDateTime(now)))
            {
                AddDay(day);
            }

            Restrict(tokens);
            Ranges(tokens);
            Hours(tokens);
        }
    }

    private void Add(Fact fact, List<Token> tokens)
    {
        if (fact.Kind == FactKind.Time)
        {
            var minutes = int.Parse(fact.Value.TrimEnd('?'), CultureInfo.InvariantCulture);
            AddTime(minutes, fact.Value[^1] != '?');
            if (IsEnd(tokens, fact.Start - 1))
            {
                ends.Add(minutes % HalfDay);
            }
        }
        else if (fact.Kind == FactKind.Date)
        {
            AddDate(fact.Value);
        }
        else if (fact.Kind == FactKind.Email)
        {
            signs.Append(CodeRule.Form(fact.Value)).Append('\n');
            (all, digits) = (null, null);
        }
    }

    private void AddStem(string stem)
    {
        if (stems.Add(stem) && stem.Length >= Family)
        {
            families.Add(stem[..Family]);
        }
    }

    private void AddTime(int minutes, bool isExact)
    {
        if (isExact)
        {
            clock.Add(minutes % (2 * HalfDay));
        }
        else
        {
            open.Add(minutes % HalfDay);
        }
    }

    private void AddDate(string value)
    {
        var today = DateOnly.FromDateTime(now);
        loose.Add(value);
        if (value[0] == 'w')
        {
            var day = int.Parse(value.AsSpan(1), CultureInfo.InvariantCulture);
            weekdays.Add(day);
            dates.Add(today.AddDays((day - (int)today.DayOfWeek + 7) % 7));
        }
        else if (value[0] == '-')
        {
            var (month, day) = (int.Parse(value.AsSpan(2, 2), CultureInfo.InvariantCulture),
                int.Parse(value.AsSpan(5, 2), CultureInfo.InvariantCulture));
            for (var year = today.Year - 1; year <= today.Year + 1; year++)
            {
                if (day <= DateTime.DaysInMonth(year, month))
                {
                    AddDay(new DateOnly(year, month, day));
                }
            }
        }
        else if (DateOnly.TryParseExact(
            value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            AddDay(date);
        }
    }

    private void AddDay(DateOnly date)
    {
        dates.Add(date);
        weekdays.Add((int)date.DayOfWeek);
    }

    // "A loan on hold for someone else can't be renewed."
    private void Restrict(List<Token> tokens)
    {
        var start = 0;
        var restricts = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            restricts |= token.Word is "not" or "never" or "only" or "no" or "cannot" or "nobody" or "unless" or "without" or "must" or "except"
                || token.Word.EndsWith("n't", StringComparison.Ordinal);
            if (token.EndsSentence || token.Stop == ';' || i == tokens.Count - 1)
            {
                if (restricts)
                {
                    restrictions.Add(tokens.GetRange(start, i + 1 - start).Select(static one => Stems.Of(one.Word))
                        .ToHashSet(StringComparer.Ordinal));
                }

                start = i + 1;
                restricts = false;
            }
        }
    }

    // "Monday to Saturday" holds the days between.
    private void Ranges(List<Token> tokens)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i + 1].Word is "to" or "through" or "till" or "until" or "and" && DateRule.DayOf(tokens[i].Word) is >= 0 and var from
                && DateRule.DayOf(tokens[i + 2].Word) is >= 0 and var to)
            {
                for (var day = from; day != to; day = (day + 1) % 7)
                {
                    weekdays.Add(day);
                }
            }

            if (tokens[i].Word is "weekday" or "weekdays")
            {
                weekdays.UnionWith([1, 2, 3, 4, 5]);
            }
        }
    }

    // "08:00-12:00", "8-12", "9am-5pm" in one word.
    private void Windows(List<Token> tokens)
    {
        foreach (var token in tokens.Where(
            static one => one.Word.Length is >= 3 and <= 15 && one.Word.Contains('-', StringComparison.Ordinal)))
        {
            var parts = token.Word.Split('-');
            if (parts.Length == 2 && HourOf(parts[0]) is { } from && HourOf(parts[1]) is { } to)
            {
                AddTime(from, isExact: parts[0].Contains(':', StringComparison.Ordinal));
                AddTime(to, isExact: parts[1].Contains(':', StringComparison.Ordinal));
                ends.Add(to % HalfDay);
            }
        }
    }

    private static int? HourOf(string word) => TimeRule.Clock(word)
        ?? (int.TryParse(
            word.Replace("am", "", StringComparison.Ordinal).Replace("pm", "", StringComparison.Ordinal), NumberStyles.None,
            CultureInfo.InvariantCulture, out var hour) && hour is >= 1 and <= 24 ? hour * 60 : null);

    // Hours without anything that shows that they are: "nine to six", "open eight thirty".
    private void Hours(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var read = NumberWords.ReadTwoDigits(tokens, i, out var hour);
            if (read != 1 || hour is < 1 or > 24 || IsDigit(tokens, i - 1)
                || QuantityRule.UnitOf(Word(tokens, i + 1)) is not null)
            {
                continue;
            }

            var minutes = NumberWords.ReadTwoDigits(tokens, i + 1, out var minute);
            if (minutes > 0 && minute is >= 10 and < 60 && hour <= MaxHour)
            {
                open.Add(((hour * 60) + minute) % HalfDay);
            }
            else if (!IsDigit(tokens, i + 1) && (tokens[i].Stop != '\0' || !Stems.IsContent(Word(tokens, i + 1))))
            {
                AddTime(hour * 60, isExact: hour > MaxHour);
                if (IsEnd(tokens, i - 1))
                {
                    ends.Add(hour * 60 % HalfDay);
                }
            }
        }
    }

    private static bool IsEnd(List<Token> tokens, int at) => (at >= 0 && tokens[at].Stop == '-')
        || Word(tokens, at) is "to" or "until" or "till" or "and" or "by"
        || (Word(tokens, at) == "at" && Word(tokens, at - 1) is "close" or "closes" or "closed" or "closing" or "ends" or "end" or "finish");

    private static string Word(List<Token> tokens, int at) => at >= 0 && at < tokens.Count ? tokens[at].Word : "";

    private static bool IsDigit(List<Token> tokens, int at) =>
        at >= 0 && at < tokens.Count && NumberWords.ReadTwoDigits(tokens, at, out _) > 0;

    private void Count(List<Token> tokens, string field)
    {
        var counted = field.ToLowerInvariant().Split('_', '-');
        foreach (var quantity in QuantityRule.Read(tokens))
        {
            foreach (var value in quantity.Values)
            {
                numbers.Add((Math.Abs(value), quantity.Unit));
                foreach (var word in quantity.Unit.Length == 0 ? counted : [])
                {
                    if (QuantityRule.UnitOf(word) is { } unit)
                    {
                        numbers.Add((value * unit.Factor, unit.Unit));
                    }
                    else if (word.Length > 0)
                    {
                        numbers.Add((value, Stems.Of(word)));
                    }
                }
            }
        }
    }

    // All letters and digits in a row, as written and as spelled, so that a code is found however it was given.
    private void Spell(List<Token> tokens)
    {
        var spelled = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            var read = NumberWords.ReadSpelled(tokens, i, spelled);
            if (read == 0)
            {
                spelled.Append(CodeRule.Form(tokens[i].Word));
            }

            i += Math.Max(0, read - 1);
        }

        signs.Append(spelled).Append('\n');
        (all, digits) = (null, null);
    }
}
