namespace Tollgate.Input;

/// <summary>
/// Durations as users write them: a number and its unit, such as <c>500ms</c>, <c>30s</c>, <c>1.5m</c>, <c>2h</c>.
/// </summary>
internal static class Durations
{
    /// <summary>What to say was expected.</summary>
    public const string Expected = "a duration such as 500ms, 30s, 2m or 1h";

    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond),
        ("us", TimeSpan.TicksPerMicrosecond),
        ("s", TimeSpan.TicksPerSecond),
        ("m", TimeSpan.TicksPerMinute),
        ("h", TimeSpan.TicksPerHour),
    ];

    /// <summary>
    /// Reads a duration of 0 to 10,000 hours; false for anything else, a number without a unit among it.
    /// </summary>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        if (text is null)
        {
            return false;
        }

        // "ms" stands before "s" and "m", so the longer unit is tried first.
        var (unit, ticks) = Units.FirstOrDefault(one => text.EndsWith(one.Unit, StringComparison.Ordinal));
        if (unit is null || !decimal.TryParse(
                text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var number))
        {
            return false;
        }

        if (number > 10_000m * TimeSpan.TicksPerHour / ticks)
        {
            return false;
        }

        duration = TimeSpan.FromTicks((long)(number * ticks));
        return true;
    }

    /// <summary>The shortest text that <see cref="TryParse"/> reads as the same duration.</summary>
    public static string Format(TimeSpan duration)
    {
        var (unit, ticks) = duration.Ticks switch
        {
            0 => ("s", TimeSpan.TicksPerSecond),
            var t when t % TimeSpan.TicksPerHour == 0 => ("h", TimeSpan.TicksPerHour),
            var t when t % TimeSpan.TicksPerMinute == 0 => ("m", TimeSpan.TicksPerMinute),
            >= TimeSpan.TicksPerSecond => ("s", TimeSpan.TicksPerSecond),
            >= TimeSpan.TicksPerMillisecond => ("ms", TimeSpan.TicksPerMillisecond),
            _ => ("us", TimeSpan.TicksPerMicrosecond),
        };
        return ((decimal)duration.Ticks / ticks).ToString("0.#######", CultureInfo.InvariantCulture) + unit;
    }
}
