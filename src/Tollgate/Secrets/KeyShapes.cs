using System.Text.RegularExpressions;

namespace Tollgate.Secrets;

/// <summary>Keys that show themselves by the prefixes of the common providers.</summary>
public static partial class KeyShapes
{
    /// <summary>Whether there is one in the text.</summary>
    public static bool AreIn(string text) => Shape().IsMatch(text);

    /// <summary>The text with *** for each.</summary>
    public static string StrikeOut(string text) => Shape().Replace(text, "***");

    [GeneratedRegex(@"\b(sk|pk|rk|xai|gsk|AIza)[-_A-Za-z0-9]{16,}")]
    private static partial Regex Shape();
}
