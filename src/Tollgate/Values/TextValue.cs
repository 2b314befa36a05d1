using System.Buffers;

namespace Tollgate.Values;

/// <summary>Text: case, runs of spaces, and typographic quotes and dashes are folded; nothing else.</summary>
internal static class TextValue
{
    // A text of these is folded already.
    private static readonly SearchValues<char> Folded = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.:/@'+");

    public static bool Same(string a, string b) =>
        string.Equals(a, b, StringComparison.Ordinal)
        || string.Equals(Fold(a), Fold(b), StringComparison.Ordinal);

    public static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Folded))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = folded.Length > 0;
                continue;
            }

            if (space)
            {
                folded.Append(' ');
                space = false;
            }

            folded.Append(Plain(c));
        }

        return folded.ToString();
    }

    // The Unicode block "General Punctuation" has a quote and a dash for every occasion; a model's choice among them
    // means nothing.
    private static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u00B4' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => '"',
        (>= '\u2010' and <= '\u2015') or '\u2212' => '-',
        _ => char.ToLowerInvariant(c),
    };
}
