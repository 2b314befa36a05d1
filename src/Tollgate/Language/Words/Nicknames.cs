namespace Tollgate.Language.Words;

/// <summary>Cities as callers name them, so that their full name is not taken for an invention.</summary>
internal static class Nicknames
{
    private static readonly Dictionary<string, string> Cities = new(StringComparer.Ordinal)
    {
        ["sf"] = "san francisco",
        ["sfo"] = "san francisco",
        ["fran"] = "francisco",
        ["frisco"] = "san francisco",
        ["la"] = "los angeles",
        ["lax"] = "los angeles",
        ["sd"] = "san diego",
        ["nyc"] = "new york city",
        ["ny"] = "new york",
        ["dc"] = "washington",
        ["philly"] = "philadelphia",
        ["vegas"] = "las vegas",
        ["chi-town"] = "chicago",
        ["atl"] = "atlanta",
        ["slc"] = "salt lake city",
    };

    public static void Add(List<Token> tokens, HashSet<string> words)
    {
        foreach (var token in tokens)
        {
            if (Cities.TryGetValue(token.Word.Replace(".", "", StringComparison.Ordinal), out var city))
            {
                words.UnionWith(city.Split(' '));
            }
        }
    }
}
