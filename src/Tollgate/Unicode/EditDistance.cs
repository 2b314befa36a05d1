namespace Tollgate.Unicode;

/// <summary>
/// How many signs two words differ by: put in, left out, another, or two neighbours that changed places (optimal string
/// alignment, after Levenshtein and Damerau).
/// </summary>
internal static class EditDistance
{
    /// <summary>What is longer than 100 characters is as far from everything as can be.</summary>
    public static int Of(string a, string b)
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
