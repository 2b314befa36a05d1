using System.Text.RegularExpressions;

namespace Tollgate.Values;

/// <summary>
/// A time of the day: <c>14:00</c>, <c>14:00:00</c>, <c>2 pm</c>, <c>2:00 p.m.</c>, <c>noon</c>, <c>midnight</c>.
/// Without am or pm the clock has 24 hours, so that 2:00 is not 14:00.
/// </summary>
internal static partial class TimeValue
{
    public static bool Same(string a, string b) =>
        TryParse(a, out var x) && TryParse(b, out var y) ? x == y : TextValue.Same(a, b);

    public static bool TryParse(string text, out TimeOnly time)
    {
        time = default;
        var folded = TextValue.Fold(text);
        if (folded is "noon" or "12 noon" or "midday")
        {
            time = new TimeOnly(12, 0);
            return true;
        }

        if (folded is "midnight" or "12 midnight")
        {
            return true;
        }

        if (Written().Match(folded) is not { Success: true } match)
        {
            return false;
        }

        var hour = Number(match.Groups["hour"]);
        var minute = match.Groups["minute"] is { Success: true } minutes ? Number(minutes) : 0;
        var second = match.Groups["second"] is { Success: true } seconds ? Number(seconds) : 0;
        var half = match.Groups["half"];
        if (half.Success)
        {
            if (hour is < 1 or > 12)
            {
                return false;
            }

            hour = (hour % 12) + (half.ValueSpan[0] == 'p' ? 12 : 0);
        }
        else if (!match.Groups["minute"].Success)
        {
            // A bare number is no time of the day.
            return false;
        }

        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new TimeOnly(hour, minute, second);
        return true;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^t?(?<hour>[0-9]{1,2})(?:[:.](?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.0+)?)?)? ?(?<half>[ap])?(?(half)\.? ?m?\.?)$")]
    private static partial Regex Written();
}
