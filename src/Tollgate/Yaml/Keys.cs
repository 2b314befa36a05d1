namespace Tollgate.Yaml;

/// <summary>Finds what a misspelt word was meant to be.</summary>
public static class Keys
{
    /// <summary>The known word that is nearest; null where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) =>
        known.Select(candidate => (candidate, distance: Distance(word, candidate)))
            .Where(near => near.distance <= Math.Max(1, Math.Min(word.Length, near.candidate.Length) / 3))
            .OrderBy(near => near.distance)
            .ThenBy(near => near.candidate, StringComparer.Ordinal)
            .Select(near => near.candidate)
            .FirstOrDefault();

    /// <summary>The end of a sentence that asks whether the nearest was meant; empty where none is near.</summary>
    public static string Hint(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } near ? $"; did you mean \"{near}\"?" : "";

    // Levenshtein's distance with swaps of neighbours (optimal string alignment).
    private static int Distance(string a, string b)
    {
        if (a.Length > 100)
        {
            return int.MaxValue;
        }

        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                var changed = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(changed, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
