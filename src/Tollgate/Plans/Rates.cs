using Tollgate.Load.Schedules;

namespace Tollgate.Plans;

/// <summary>
/// Rates as users write them: a number a second, a minute or an hour, such as <c>5/s</c>, <c>300/m</c>, <c>90/h</c>.
/// </summary>
internal static class Rates
{
    /// <summary>What to say was expected.</summary>
    public const string Expected = "a rate such as 5/s or 300/m";

    /// <summary>Reads a rate above 0 and up to 1,000,000 a second; false for anything else.</summary>
    public static bool TryParse(string? text, out Rate rate)
    {
        rate = default;
        if (text?.Length is not > 2 || text[^2] != '/')
        {
            return false;
        }

        var seconds = text[^1] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            _ => 0,
        };
        if (seconds == 0 || !double.TryParse(
                text.AsSpan(0, text.Length - 2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var number))
        {
            return false;
        }

        if (number / seconds is not (> 1e-6 and <= 1e6))
        {
            return false;
        }

        rate = new Rate(number / seconds);
        return true;
    }
}
