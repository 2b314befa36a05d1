using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tollgate.Suites.Values;

/// <summary>
/// Free text that a regular expression must match somewhere. Matching takes linear time; a pattern with look-around or
/// back-references cannot be matched so, and gives up after a while, which is no match.
/// </summary>
internal static class PatternValue
{
    private const int MostCached = 1024;
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(250);
    private static readonly ConcurrentDictionary<string, Regex?> Cache = new(StringComparer.Ordinal);

    public static bool Matches(JsonElement pattern, JsonElement given)
    {
        if (pattern.ValueKind != JsonValueKind.String || Of(pattern.GetString()!) is not { } regex)
        {
            return false;
        }

        try
        {
            return regex.IsMatch(given.ValueKind == JsonValueKind.String ? given.GetString()! : given.GetRawText());
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex? Of(string pattern)
    {
        if (Cache.TryGetValue(pattern, out var known))
        {
            return known;
        }

        var made = Make(pattern);
        if (Cache.Count < MostCached)
        {
            Cache.TryAdd(pattern, made);
        }

        return made;
    }

    private static Regex? Make(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (ArgumentException)
        {
            // No regular expression: suites are checked as they are read, so nothing can match it here.
            return null;
        }
    }
}
