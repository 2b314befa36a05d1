using System.Collections.Concurrent;

namespace Tollgate.Values;

/// <summary>Free text that a regular expression must match somewhere.</summary>
internal static class PatternValue
{
    private const int MaxCached = 1024;
    private static readonly ConcurrentDictionary<string, Pattern?> Cache = new(StringComparer.Ordinal);

    /// <summary>What is no expression that a suite may hold matches nothing.</summary>
    public static bool Matches(JsonElement pattern, JsonElement given) =>
        pattern.ValueKind == JsonValueKind.String && Of(pattern.GetString()!) is { } expression
        && expression.IsMatch(given.ValueKind == JsonValueKind.String ? given.GetString()! : given.GetRawText());

    private static Pattern? Of(string pattern)
    {
        if (Cache.TryGetValue(pattern, out var known))
        {
            return known;
        }

        var made = Pattern.TryCompile(pattern, ignoreCase: false);
        if (Cache.Count < MaxCached)
        {
            Cache.TryAdd(pattern, made);
        }

        return made;
    }
}
