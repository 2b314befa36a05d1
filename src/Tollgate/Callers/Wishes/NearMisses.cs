using Tollgate.Unicode;

namespace Tollgate.Callers.Wishes;

/// <summary>How near two values are that somebody may have misheard.</summary>
internal static class NearMisses
{
    /// <summary>
    /// At most two signs in five are wrong: one that was misheard, and not another one.
    /// </summary>
    public static bool AreNear(string one, string other)
    {
        var longest = Math.Max(one.Length, other.Length);
        return longest > 0 && EditDistance.Of(one, other) * 5 <= longest * 2;
    }
}
