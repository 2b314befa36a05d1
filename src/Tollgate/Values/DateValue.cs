using System.Text.RegularExpressions;

namespace Tollgate.Values;

/// <summary>
/// A calendar date: <c>1984-03-03</c>, <c>March 3rd, 1984</c>, <c>3 March 1984</c>, <c>03/03/1984</c> with the month
/// first as in the United States, <c>today</c>, <c>tomorrow</c>, a day of the week (the next one). A date without a
/// year is the one nearest to the day of the call. A year of two digits is read only where one century alone fits.
/// </summary>
internal static partial class DateValue
{
    // Nobody on the phone is older, and nothing is booked further ahead.
    private const int YearsBack = 99;
    private const int YearsAhead = 10;

    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ];

    private static readonly string[] Days =
        ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static bool Same(string a, string b, DateTime now) =>
        TryParse(a, now, out var x) && TryParse(b, now, out var y) ? x == y : TextValue.Same(a, b);

    public static bool TryParse(string text, DateTime now, out DateOnly date)
    {
        date = default;
        var folded = TextValue.Fold(text);
        var today = DateOnly.FromDateTime(now);
        if (Relative(folded, today) is { } relative)
        {
            date = relative;
            return true;
        }

        DayOfWeek? weekday = null;
        if (WithWeekday().Match(folded) is { Success: true } leading)
        {
            weekday = (DayOfWeek)Array.FindIndex(Days, day => day.StartsWith(
                leading.Groups["day"].Value[..3], StringComparison.Ordinal));
            folded = leading.Groups["rest"].Value;
        }

        if (Read(folded, today) is not { } read || (weekday is { } said && read.DayOfWeek != said))
        {
            return false;
        }

        date = read;
        return true;
    }

    private static DateOnly? Relative(string folded, DateOnly today)
    {
        switch (folded)
        {
            case "today":
                return today;
            case "tomorrow":
                return today.AddDays(1);
            case "yesterday":
                return today.AddDays(-1);
            default:
                // The name of today's own day could mean today or a week from now.
                var day = Array.IndexOf(Days, folded);
                return day < 0 || day == (int)today.DayOfWeek
                    ? null
                    : today.AddDays((day - (int)today.DayOfWeek + 7) % 7);
        }
    }

    private static DateOnly? Read(string folded, DateOnly today)
    {
        foreach (var form in new[] { Iso(), MonthFirst(), DayFirst(), Slashes() })
        {
            if (form.Match(folded) is { Success: true } match)
            {
                var month = match.Groups["name"] is { Success: true } name
                    ? 1 + Array.FindIndex(Months, one => one.StartsWith(name.Value[..3], StringComparison.Ordinal))
                    : Number(match.Groups["month"]);
                var day = Number(match.Groups["day"]);
                var year = match.Groups["year"];
                return !year.Success ? Nearest(month, day, today)
                    : year.Length == 2 ? OfTwoDigits(Number(year), month, day, today)
                    : Of(Number(year), month, day);
            }
        }

        return null;
    }

    private static DateOnly? Nearest(int month, int day, DateOnly today) =>
        new[] { Of(today.Year - 1, month, day), Of(today.Year, month, day), Of(today.Year + 1, month, day) }
            .Where(static date => date is not null)
            .OrderBy(date => Math.Abs(date!.Value.DayNumber - today.DayNumber))
            .FirstOrDefault();

    private static DateOnly? OfTwoDigits(int year, int month, int day, DateOnly today)
    {
        DateOnly? only = null;
        for (var century = today.Year / 100 - 1; century <= (today.Year / 100) + 1; century++)
        {
            var whole = (century * 100) + year;
            if (whole >= today.Year - YearsBack && whole <= today.Year + YearsAhead)
            {
                if (only is not null)
                {
                    return null;
                }

                only = Of(whole, month, day);
            }
        }

        return only;
    }

    private static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private const string MonthName =
        "(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
        + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

    private const string DayNumber = "(?<day>[0-9]{1,2})(?:st|nd|rd|th)?";

    [GeneratedRegex(@"^(?<day>sun|mon|tues?|wed|thu(?:rs?)?|fri|sat)(?:day|nesday|urday)?,? (?<rest>.+)$")]
    private static partial Regex WithWeekday();

    // A time of midnight behind the date says no more than the date.
    [GeneratedRegex(@"^(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?(?:z|[+-]00:?00)?)?$")]
    private static partial Regex Iso();

    [GeneratedRegex("^" + MonthName + " (?:the )?" + DayNumber + "(?:,? (?:of )?(?<year>[0-9]{4}|[0-9]{2}))?$")]
    private static partial Regex MonthFirst();

    [GeneratedRegex("^(?:the )?" + DayNumber + "[ -](?:of )?" + MonthName + "(?:(?:,? |-)(?<year>[0-9]{4}|[0-9]{2}))?$")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<month>[0-9]{1,2})[/-](?<day>[0-9]{1,2})(?:[/-](?<year>[0-9]{4}|[0-9]{2}))?$")]
    private static partial Regex Slashes();
}
