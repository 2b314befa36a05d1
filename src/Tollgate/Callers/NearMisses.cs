namespace Tollgate.Callers;

/// <summary>How near two values are that somebody may have misheard.</summary>
internal static class NearMisses
{
    /// <summary>
    /// At most two signs in five are wrong: one that was misheard, and not another one. By edit distance (Levenshtein),
    /// with two neighbours that changed places as one error (Damerau).
    /// </summary>
    public static bool AreNear(string one, string other)
    {
        var longest = Math.Max(one.Length, other.Length);
        return longest > 0 && Distance(one, other) * 5 <= longest * 2;
    }

    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1,
                    rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[one.Length, other.Length];
    }
}
