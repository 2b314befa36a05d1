namespace Tollgate.Reports.Wording.Verdicts;

/// <summary>Text from outside, without what is not to be seen but does something.</summary>
internal static class VisibleText
{
    /// <summary>
    /// Control characters (which steer terminals and break lines), those that turn text round, and halves of symbols
    /// are replaced by <paramref name="instead"/>.
    /// </summary>
    public static string Of(string raw, string instead = " ")
    {
        var text = new StringBuilder(raw.Length);
        foreach (var symbol in raw.EnumerateRunes())
        {
            var hidden = Rune.GetUnicodeCategory(symbol) is UnicodeCategory.Control or UnicodeCategory.Format
                || symbol == Rune.ReplacementChar;
            text.Append(hidden ? instead : symbol.ToString());
        }

        return text.ToString();
    }
}
