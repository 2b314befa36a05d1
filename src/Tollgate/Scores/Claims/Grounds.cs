using System.Globalization;
using System.Text.Json;
using System.Text;
using Tollgate.Language;
using Tollgate.Unicode;
using Tollgate.Values;

namespace Tollgate.Scores.Claims;

/// <summary>
/// What facts rest on: all that the caller said and the recogniser heard, what tools answered, and what the agents were
/// told. Grows as a session goes on. Not thread-safe.
/// </summary>
internal sealed class Grounds(DateTime now)
{
    private readonly HashSet<string> facts = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly StringBuilder signs = new("\n");
    private string? all;

    /// <summary>What was said to the agents or told them.</summary>
    public void Say(string text)
    {
        var tokens = Add(text, isData: false);
        foreach (var day in SpokenDays.In(tokens, DateOnly.FromDateTime(now)))
        {
            AddDay(day);
        }

        Nicknames.Add(tokens, words);
    }

    /// <summary>The day of the call, which everybody knows.</summary>
    public void SayToday() => AddDay(DateOnly.FromDateTime(now));

    /// <summary>What a tool answered; text that is no JSON counts as text.</summary>
    public void Answer(string json)
    {
        if (OutsideJson.Parse(json) is { } answer)
        {
            Answer(answer);
        }
        else
        {
            Add(json, isData: true);
        }
    }

    public bool HasWord(string word) => words.Contains(word);

    /// <summary>Whether a fact stands here.</summary>
    public bool Has(Fact fact) => Has(fact.Kind, fact.Value);

    private bool Has(FactKind kind, string value) => kind switch
    {
        FactKind.Name => words.Contains(value) || value.Split('-', '.').All(part => words.Contains(part)),
        FactKind.Code => HasSigns(value),
        FactKind.Phone => HasSigns(value) || (value.Length == 11 && value[0] == '1' && HasSigns(value[1..])),
        FactKind.Status => words.Contains(value),
        _ => facts.Contains(Key(kind, value)),
    };

    private bool HasSigns(string value) =>
        (all ??= signs.ToString()).Contains(value, StringComparison.Ordinal);

    private void Answer(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject())
                {
                    Answer(field.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Answer(item);
                }

                break;
            case JsonValueKind.String:
                Add(value.GetString()!, isData: true);
                break;
            case JsonValueKind.Number:
                Add(value.GetRawText(), isData: true);
                break;
            default:
                break;
        }
    }

    private List<Token> Add(string text, bool isData)
    {
        var tokens = Tokens.Of(isData ? text.Replace('_', ' ') : text);
        foreach (var token in tokens)
        {
            words.Add(NameRule.Form(token.Word));
            foreach (var part in token.Word.Split('-', '@', '.', '/'))
            {
                words.Add(part);
            }
        }

        Number(tokens);
        Spell(tokens);
        foreach (var fact in FactFinder.Find(tokens, now, isData))
        {
            Add(fact);
        }

        return tokens;
    }

    // Every form in which the fact may be said again.
    private void Add(Fact fact)
    {
        facts.Add(Key(fact.Kind, fact.Value));
        if (fact.Kind == FactKind.Time)
        {
            // A time without its half of the day covers both; one with it may be said without.
            var open = fact.Value[^1] == '?';
            var minutes = int.Parse(fact.Value.TrimEnd('?'), CultureInfo.InvariantCulture);
            facts.Add(Key(FactKind.Time, TimeRule.Form(minutes, exact: false)));
            if (open)
            {
                facts.Add(Key(FactKind.Time, TimeRule.Form(minutes % 720, exact: true)));
                facts.Add(Key(FactKind.Time, TimeRule.Form((minutes % 720) + 720, exact: true)));
            }
        }
        else if (fact.Kind == FactKind.Date)
        {
            AddDate(fact.Value);
        }
    }

    private void AddDate(string value)
    {
        var today = DateOnly.FromDateTime(now);
        if (value[0] == 'w')
        {
            // The next such day.
            var ahead = (int.Parse(value.AsSpan(1), CultureInfo.InvariantCulture) - (int)today.DayOfWeek + 7) % 7;
            AddDay(today.AddDays(ahead));
        }
        else if (value[0] is '-')
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
        else if (char.IsAsciiDigit(value[0]) && DateOnly.TryParseExact(
            value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            AddDay(date);
        }
    }

    private void AddDay(DateOnly date)
    {
        facts.Add(Key(FactKind.Date, DateRule.Form(date.Month, date.Day, null)));
        facts.Add(Key(FactKind.Date, "w" + ((int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture)));
        facts.Add(Key(FactKind.Date, "d" + date.Day.ToString(CultureInfo.InvariantCulture)));
        facts.Add(Key(FactKind.Date, $"m{date.Month:00}"));
        facts.Add(Key(FactKind.Date, DateRule.Form(date.Month, date.Day, date.Year)));
    }

    // Every number may come back as an amount: {"balance": 120} as "a hundred and twenty dollars".
    private void Number(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Word.TrimStart('$', '\u20AC', '\u00A3').TrimEnd('%');
            if (word.Length > 0 && Values.NumberValue.TryParse(word, out var value))
            {
                facts.Add(Key(FactKind.Amount, AmountRule.Form(Math.Abs(value))));
            }
            else if (NumberWords.ReadCardinal(tokens, i, out var spoken) is > 0 and var read)
            {
                facts.Add(Key(FactKind.Amount, AmountRule.Form(spoken)));
                i += read - 1;
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
        all = null;
    }

    private static string Key(FactKind kind, string value) => (char)('A' + (int)kind) + value;
}
