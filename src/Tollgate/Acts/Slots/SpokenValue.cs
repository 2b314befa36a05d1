using System.Text.RegularExpressions;
using Tollgate.Language.Words;

namespace Tollgate.Acts.Slots;

/// <summary>How a caller says a value that a record would hold.</summary>
internal static partial class SpokenValue
{
    private static readonly string[] LetterWords =
    [
        "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo", "lima", "mike",
        "november", "oscar", "papa", "quebec", "romeo", "sierra", "tango", "uniform", "victor", "whiskey", "x-ray", "yankee",
        "zulu",
    ];

    /// <summary>In the plain way of its kind.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="value">As a record holds it; what cannot be read as its kind is said as it stands.</param>
    /// <param name="now">The day of the call: what lies within a week is said by the day of the week.</param>
    public static string Plain(SlotKind kind, string value, DateTime now) => Say(kind, value, SayingStyle.Plain, now);

    /// <summary>In the given way; a kind that has no such way is said in the nearest one.</summary>
    /// <inheritdoc cref="Plain"/>
    public static string Say(SlotKind kind, string value, SayingStyle style, DateTime now) =>
        kind switch
        {
            SlotKind.Phone => Digits(value, style),
            SlotKind.Code => Code(value, style),
            SlotKind.Email => Email(value, style),
            SlotKind.Name => style >= SayingStyle.Spelled ? Letters(value, style) : Name(value, style),
            SlotKind.DateOfBirth when Date(value) is { } born =>
                $"{MonthDay(born)}, {NumberText.Year(born.Year)}",
            SlotKind.Day when Date(value) is { } day => Day(day, style, DateOnly.FromDateTime(now)),
            SlotKind.Time when Time(value) is { } time => TimeOfDay(time, style),
            SlotKind.Amount => Amount(value),
            SlotKind.Address when style >= SayingStyle.Spelled => Letters(value, style),
            _ => Figures().Replace(value, one => Number(one.Value, style)),
        };

    // Three, three and four, as telephone numbers are read out; others in threes.
    private static string Digits(string value, SayingStyle style)
    {
        var digits = value.Where(char.IsAsciiDigit).ToArray();
        var words = new StringBuilder();
        for (var i = 0; i < digits.Length; i++)
        {
            var group = i > 0 && (digits.Length == 10 ? i is 3 or 6 : i % 3 == 0 && digits.Length - i > 1);
            words.Append(i == 0 ? "" : style > SayingStyle.Plain ? (group ? ". " : ", ") : group ? ", " : " ")
                .Append(NumberText.Digit(digits[i]));
        }

        return words.ToString();
    }

    private static string Code(string value, SayingStyle style)
    {
        var parts = new List<string>();
        var after = false;
        foreach (var sign in value)
        {
            if (char.IsAsciiDigit(sign))
            {
                parts.Add((after ? ", " : parts.Count > 0 ? Gap(style) : "") + NumberText.Digit(sign));
                after = false;
            }
            else if (char.IsLetter(sign))
            {
                parts.Add((parts.Count > 0 ? Gap(style) : "") + Letter(sign, style));
                after = true;
            }
            else
            {
                after = parts.Count > 0;
            }
        }

        return string.Concat(parts);
    }

    private static string Gap(SayingStyle style) => style > SayingStyle.Plain ? ", " : " ";

    private static string Letter(char sign, SayingStyle style)
    {
        var upper = char.ToUpperInvariant(sign);
        return style == SayingStyle.SpelledWithWords && upper is >= 'A' and <= 'Z'
            ? $"{upper} as in {LetterWords[upper - 'A']}"
            : upper.ToString();
    }

    private static string Letters(string value, SayingStyle style) => string.Join(", ",
        value.Where(sign => !char.IsWhiteSpace(sign)).Select(sign => sign switch
        {
            '-' => "hyphen",
            '\'' => "apostrophe",
            '.' => "dot",
            >= '0' and <= '9' => NumberText.Digit(sign),
            _ => Letter(sign, style),
        }));

    private static string Name(string value, SayingStyle style) =>
        style == SayingStyle.Slow ? value.Replace(" ", ". ", StringComparison.Ordinal) : value;

    private static string Email(string value, SayingStyle style)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0)
        {
            return value;
        }

        var local = style >= SayingStyle.Spelled ? Letters(value[..at], style).ToLowerInvariant()
            : Parts(value[..at], style);
        return $"{local}{(style > SayingStyle.Plain ? "," : "")} at {Parts(value[(at + 1)..], SayingStyle.Plain)}";
    }

    private static string Parts(string text, SayingStyle style)
    {
        var words = new StringBuilder();
        foreach (var sign in text)
        {
            _ = sign switch
            {
                '.' => words.Append(" dot "),
                '-' => words.Append(" dash "),
                '_' => words.Append(" underscore "),
                >= '0' and <= '9' => words.Append(' ').Append(NumberText.Digit(sign)).Append(' '),
                _ => words.Append(sign),
            };
        }

        var said = words.ToString().Trim().Replace("  ", " ", StringComparison.Ordinal);
        return style > SayingStyle.Plain ? said.Replace(" dot ", ", dot, ", StringComparison.Ordinal) : said;
    }

    private static string Day(DateOnly day, SayingStyle style, DateOnly today)
    {
        var ahead = day.DayNumber - today.DayNumber;
        return style > SayingStyle.Plain ? $"{day.DayOfWeek}, {MonthDay(day)}"
            : ahead switch
            {
                0 => "today",
                1 => "tomorrow",
                > 1 and < 7 => day.DayOfWeek.ToString(),
                >= 7 and < 14 => $"{day.DayOfWeek} the {NumberText.Ordinal(day.Day)}",
                _ when day.Year == today.Year || Math.Abs(ahead) < 180 => MonthDay(day),
                _ => $"{MonthDay(day)}, {NumberText.Year(day.Year)}",
            };
    }

    private static string MonthDay(DateOnly day) =>
        $"{day.ToString("MMMM", CultureInfo.InvariantCulture)} {NumberText.Ordinal(day.Day)}";

    private static string TimeOfDay(TimeOnly time, SayingStyle style)
    {
        var hour = Hour(time.Hour);
        var said = time.Minute switch
        {
            0 when time.Hour is 12 => "noon",
            0 => hour,
            15 => $"a quarter past {hour}",
            30 => style > SayingStyle.Plain ? $"{hour} thirty" : $"half past {hour}",
            45 => style > SayingStyle.Plain ? $"{hour} forty-five" : $"a quarter to {Hour(time.Hour + 1)}",
            < 10 => $"{hour} oh {NumberText.Digit((char)('0' + time.Minute))}",
            _ => $"{hour} {NumberText.Cardinal(time.Minute)}",
        };
        var part = time.Hour switch
        {
            < 12 => " in the morning",
            12 => "",
            < 18 => " in the afternoon",
            _ => " in the evening",
        };
        return style > SayingStyle.Plain || time.Minute == 0 ? said + part : said;
    }

    private static string Hour(int hour) => NumberText.Cardinal(hour % 12 == 0 ? 12 : hour % 12);

    private static string Amount(string value)
    {
        if (!decimal.TryParse(value.TrimStart('$'), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            || amount is < 0 or > 999_999_999)
        {
            return value;
        }

        var cents = (int)(amount % 1 * 100);
        var dollars = $"{NumberText.Cardinal((long)amount)} dollar{((long)amount == 1 ? "" : "s")}";
        return cents == 0 ? dollars : $"{dollars} and {NumberText.Cardinal(cents)} cents";
    }

    private static string Number(string figures, SayingStyle style) =>
        style == SayingStyle.Plain && figures.Length < 7 && (figures.Length == 1 || figures[0] != '0')
            ? NumberText.Cardinal(long.Parse(figures, CultureInfo.InvariantCulture))
            : string.Join(style == SayingStyle.Plain ? " " : ", ", figures.Select(NumberText.Digit));

    private static DateOnly? Date(string value) => DateOnly.TryParseExact(
        value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static TimeOnly? Time(string value) => TimeOnly.TryParseExact(
        value, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
