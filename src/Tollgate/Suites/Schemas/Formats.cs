using System.Text.RegularExpressions;

namespace Tollgate.Suites.Schemas;

/// <summary>
/// The formats of texts that are checked. Times may leave out the seconds and the zone: a receptionist's do.
/// </summary>
internal static partial class Formats
{
    private static readonly string[] Times = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    public static string[] Names { get; } = ["date", "time", "date-time", "email"];

    /// <summary>What a text of this format looks like, where this one does not; null where it does.</summary>
    public static string? Expected(string format, string text) => format switch
    {
        "date" => IsDate(text) ? null : "a date such as 2026-03-05",
        "time" => IsTime(text) ? null : "a time such as 09:15",
        "date-time" => text.Length > 11 && text[10] is 'T' or 't' or ' ' && IsDate(text[..10]) && IsTime(text[11..])
            ? null
            : "a date and a time such as 2026-03-05T09:15",
        "email" => Email().IsMatch(text) ? null : "an e-mail address",
        _ => null,
    };

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsTime(string text) => TimeOnly.TryParseExact(
        Zone().Replace(text, ""), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"(Z|z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Zone();

    [GeneratedRegex(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
