using Tollgate.Acts.Slots;
using Tollgate.Language;
using Tollgate.Language.Words;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>How a value is said in a sentence.</summary>
internal static class Spoken
{
    private static readonly string[] Dates = ["yyyy-MM-dd"];
    private static readonly string[] Times = ["HH:mm", "H:mm", "HH:mm:ss"];

    /// <summary>
    /// The value in words: "Friday, April seventeenth", "half past four", "six one four", "B, four one one seven".
    /// </summary>
    /// <param name="kind">What kind of thing it is.</param>
    /// <param name="value">As records hold it.</param>
    public static string Plain(SlotKind kind, string value) => kind switch
    {
        SlotKind.Day or SlotKind.DateOfBirth when Date(value) is { } date => Day(kind, date),
        SlotKind.Time when Time(value) is { } time => Clock(time),
        SlotKind.Phone => Phone(value),
        SlotKind.Code => Code(value),
        SlotKind.Quantity or SlotKind.Amount or SlotKind.Duration or SlotKind.Other when
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < 1_000_000 =>
                NumberText.Cardinal(n) + (kind == SlotKind.Amount ? " dollars" : ""),
        _ => value,
    };

    /// <summary>Whether it is a day as records hold it: <c>2026-04-17</c>.</summary>
    public static bool IsDate(string value) => Date(value) is not null;

    /// <summary>Whether it is a time of the day as records hold it: <c>16:30</c>.</summary>
    public static bool IsTime(string value) => Time(value) is not null;

    /// <summary>Whether a value of the kind can be said without further words.</summary>
    public static bool CanSay(SlotKind kind, string value) => kind switch
    {
        SlotKind.Day => Date(value) is not null || !char.IsAsciiDigit(value[0]),
        SlotKind.DateOfBirth => Date(value) is not null,
        SlotKind.Time => Time(value) is not null || !char.IsAsciiDigit(value[0]),
        SlotKind.Phone => value.Count(char.IsAsciiDigit) >= 3,
        SlotKind.Email => value.Contains('@', StringComparison.Ordinal),
        SlotKind.Quantity or SlotKind.Amount => value.Any(char.IsAsciiDigit) || value.Any(char.IsAsciiLetter),
        _ => true,
    };

    private static DateOnly? Date(string value) => DateOnly.TryParseExact(
        value, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static TimeOnly? Time(string value) => TimeOnly.TryParseExact(
        value, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Day(SlotKind kind, DateOnly date)
    {
        var day = date.ToString("MMMM ", CultureInfo.InvariantCulture) + NumberText.Ordinal(date.Day);
        return kind == SlotKind.DateOfBirth
            ? $"{day}, {NumberText.Cardinal(date.Year / 100)} {(date.Year % 100 < 10 ? "oh " : "")}{NumberText.Cardinal(date.Year % 100)}"
            : date.ToString("dddd, ", CultureInfo.InvariantCulture) + day;
    }

    private static string Clock(TimeOnly time)
    {
        var hour = Hour(time.Hour);
        return (time.Hour, time.Minute) switch
        {
            (12, 0) => "noon",
            (_, 0) => hour + (time.Hour < 12 ? " in the morning" : time.Hour < 17 ? " in the afternoon" : " in the evening"),
            (_, 15) => "a quarter past " + hour,
            (_, 30) => "half past " + hour,
            (_, 45) => "a quarter to " + Hour(time.Hour + 1),
            _ => $"{hour} {(time.Minute < 10 ? "oh " : "")}{NumberText.Cardinal(time.Minute)}",
        };
    }

    private static string Hour(int hour) => NumberText.Cardinal((hour + 11) % 12 + 1);

    private static string Phone(string value)
    {
        var digits = value.Where(char.IsAsciiDigit).Select(NumberText.Digit).ToList();
        return digits.Count == 10
            ? $"{string.Join(' ', digits[..3])}, {string.Join(' ', digits[3..6])}, {string.Join(' ', digits[6..])}"
            : string.Join(' ', digits);
    }

    private static string Code(string value) => string.Join(", ", value
        .Split((char[]?)['-', ' ', '/'], StringSplitOptions.RemoveEmptyEntries)
        .Select(part => string.Join(' ', part.Select(one =>
            char.IsAsciiDigit(one) ? NumberText.Digit(one) : char.ToUpperInvariant(one).ToString()))));
}
