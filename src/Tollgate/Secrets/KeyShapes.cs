using System.Text.RegularExpressions;

namespace Tollgate.Secrets;

/// <summary>Keys that show themselves by the prefixes of the common providers.</summary>
internal static partial class KeyShapes
{
    /// <summary>Whether there is one in the text.</summary>
    public static bool AreIn(string text) => Shape().IsMatch(text);

    /// <summary>The text with *** for each.</summary>
    public static string StrikeOut(string text) => Shape().Replace(text, "***");

    /// <summary>
    /// Whether a word may be a key of any provider: 16 characters or more, letters and digits among them, and no file's
    /// name or path.
    /// </summary>
    public static bool MayBe(string word) =>
        word.Length >= 16 && word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter)
        && !word.Any(char.IsWhiteSpace) && !Path().IsMatch(word);

    [GeneratedRegex(@"^\.{0,2}/|\.[A-Za-z]{2,9}$")]
    private static partial Regex Path();

    [GeneratedRegex(@"\b(sk|pk|rk|xai|gsk|AIza)[-_A-Za-z0-9]{16,}")]
    private static partial Regex Shape();
}
