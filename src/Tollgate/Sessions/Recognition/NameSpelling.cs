using Tollgate.Statistics;

namespace Tollgate.Sessions.Recognition;

/// <summary>
/// Other spellings of the same sound: a recogniser that hears a name well may still write it as another's.
/// </summary>
internal static class NameSpelling
{
    private static readonly (string From, string To)[] Changes =
    [
        ("ph", "f"), ("ck", "k"), ("y", "i"), ("i", "y"), ("ie", "y"), ("ey", "y"), ("sch", "sh"), ("c", "k"),
        ("k", "c"), ("z", "s"), ("s", "z"), ("mac", "mc"), ("ei", "ie"), ("ai", "ay"), ("tt", "t"), ("ll", "l"),
        ("nn", "n"), ("ss", "s"), ("rr", "r"), ("mm", "m"), ("th", "t"), ("oo", "u"), ("e", "a"), ("a", "e"),
        ("o", "a"), ("er", "or"), ("or", "er"), ("en", "an"), ("son", "sen"), ("v", "b"), ("b", "p"), ("d", "t"),
        ("m", "n"), ("w", "v"),
    ];

    /// <summary>The name with one spelling changed, in lower case; null where none fits.</summary>
    public static string? Change(string key, RandomStream random)
    {
        // A final e comes and goes.
        if (random.NextDouble() < 0.1 && key.Length > 3)
        {
            return key[^1] == 'e' ? key[..^1] : key[^1] is >= 'a' and <= 'z' ? key + "e" : null;
        }

        var start = random.Next(Changes.Length);
        for (var i = 0; i < Changes.Length; i++)
        {
            var (from, to) = Changes[(start + i) % Changes.Length];
            var at = key.IndexOf(from, key.Length > 3 ? 1 : 0, StringComparison.Ordinal);
            if (at >= 0)
            {
                return string.Concat(key.AsSpan(0, at), to, key.AsSpan(at + from.Length));
            }
        }

        return null;
    }
}
