using System.Text.RegularExpressions;

namespace Tollgate.Values;

/// <summary>
/// A date with a time of the day: <c>2026-03-05T10:00</c>, <c>03/05/2026 10:00 am</c>, <c>March 5th, 2026 at 10 am</c>.
/// Where both have an offset from UTC the instants are compared, else what the clock on the wall shows.
/// </summary>
internal static partial class DateTimeValue
{
    public static bool Same(string a, string b, DateTime now)
    {
        if (!TryParse(a, now, out var x, out var left) || !TryParse(b, now, out var y, out var right))
        {
            return TextValue.Same(a, b);
        }

        return left is { } first && right is { } second ? x.Ticks - first.Ticks == y.Ticks - second.Ticks : x == y;
    }

    private static bool TryParse(string text, DateTime now, out DateTime value, out TimeSpan? offset)
    {
        value = default;
        offset = null;
        var folded = TextValue.Fold(text);
        if (WithOffset().Match(folded) is { Success: true } match)
        {
            folded = match.Groups["local"].Value;
            offset = match.Groups["zone"].ValueSpan is "z" ? TimeSpan.Zero : Offset(match);
        }

        // A date that stands alone begins its day. Where the two parts meet is tried from the left.
        if (DateValue.TryParse(folded, now, out var whole))
        {
            value = whole.ToDateTime(TimeOnly.MinValue);
            return true;
        }

        foreach (var gap in Gap().EnumerateMatches(folded))
        {
            if (DateValue.TryParse(folded[..gap.Index], now, out var date)
                && TimeValue.TryParse(folded[(gap.Index + gap.Length)..], out var time))
            {
                value = date.ToDateTime(time);
                return true;
            }
        }

        return false;
    }

    private static TimeSpan Offset(Match match)
    {
        var size = new TimeSpan(Number(match.Groups["hours"]), Number(match.Groups["minutes"]), 0);
        return match.Groups["sign"].ValueSpan is "-" ? -size : size;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<local>.*:[0-9]{2}(?:\.[0-9]+)?) ?(?<zone>z|(?<sign>[+-])(?<hours>[0-9]{2}):?(?<minutes>[0-9]{2}))$")]
    private static partial Regex WithOffset();

    [GeneratedRegex(",? at |, | |(?<=[0-9])t(?=[0-9])")]
    private static partial Regex Gap();
}
