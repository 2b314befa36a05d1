namespace Tollgate.Unicode;

/// <summary>
/// Makes text from outside harmless to those who look at it: control characters drive terminals, and bidirectional
/// controls show text in another order than it has (https://trojansource.codes). They are shown as what they are,
/// <c>&lt;U+001B&gt;</c>, so that nothing is hidden and nothing is lost. Line breaks and tabs stay.
/// </summary>
internal static class SafeText
{
    /// <summary>Text of any number of lines.</summary>
    public static string Lines(string text) => Show(text, keepsBreaks: true);

    /// <summary>Text that must stay on one line: line breaks and tabs become spaces.</summary>
    public static string Line(string text) => Show(text, keepsBreaks: false);

    /// <summary>
    /// The text, or where it is longer its beginning, of that many characters at most, and how many more there are.
    /// </summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..end]}… ({text.Length - end} more characters)");
    }

    private static string Show(string text, bool keepsBreaks)
    {
        StringBuilder? shown = null;
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isBreak = c is '\n' or '\t' || (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n');
            if (isBreak ? keepsBreaks : !IsHarmful(c))
            {
                continue;
            }

            shown = (shown ?? new StringBuilder(text.Length + 16)).Append(text, from, i - from);
            shown.Append(isBreak ? " " : string.Create(CultureInfo.InvariantCulture, $"<U+{(int)c:X4}>"));
            from = i + 1;
        }

        return shown is null ? text : shown.Append(text, from, text.Length - from).ToString();
    }

    // Cc; the explicit directional formatting characters and isolates of UAX #9, with the implicit marks; the line and
    // paragraph separators; and spaces of no width, which make one word look like another.
    private static bool IsHarmful(char c) => char.IsControl(c)
        || c is '\u061C' or '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF'
            or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
