using Tollgate.Language.Facts;

namespace Tollgate.Callers.Wishes;

/// <summary>A value in an agent's words in the form in which a record holds it.</summary>
internal static class SettledValue
{
    /// <summary>Null where the words leave it open.</summary>
    public static string? Of(Fact value, DateTime now) => value.Kind switch
    {
        FactKind.Date => Day(value.Value, now),
        FactKind.Time => Time(value.Value),
        FactKind.Amount or FactKind.Code or FactKind.Phone or FactKind.Email => value.Value,
        _ => null,
    };

    // Without morning or afternoon a time is one of the hours at which people are at work.
    private static string? Time(string form)
    {
        if (!int.TryParse(form.TrimEnd('?'), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
        {
            return null;
        }

        if (form[^1] == '?' && minutes < 7 * 60)
        {
            minutes += 720;
        }

        return $"{minutes / 60 % 24:00}:{minutes % 60:00}";
    }

    private static string? Day(string form, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        if (DateOnly.TryParseExact(form, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return Text(date);
        }

        if (form.StartsWith("--", StringComparison.Ordinal) && DateOnly.TryParseExact(
            $"{today.Year}-{form.AsSpan(2)}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            return Text(date < today ? date.AddYears(1) : date);
        }

        if (form[0] == 'w' && int.TryParse(form.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture,
            out var weekday))
        {
            return Text(today.AddDays((weekday - (int)today.DayOfWeek + 7) % 7));
        }

        return null;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
