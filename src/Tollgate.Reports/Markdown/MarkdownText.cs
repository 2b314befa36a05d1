using System.Text.RegularExpressions;
using Tollgate.Reports.Wording.Verdicts;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Reports.Markdown;

/// <summary>
/// Text from outside in GitHub's and GitLab's Markdown: it stays what it says, and nobody is called and nothing is
/// linked by it.
/// </summary>
internal static partial class MarkdownText
{
    // Between the two halves of a mention, a reference or an address it is not seen, and there is none.
    private const string Nothing = "<!-- -->";

    /// <summary>A sentence; brackets stay, for intervals, but no link can come of them.</summary>
    public static string Sentence(string given)
    {
        var raw = VisibleText.Of(given).Trim();
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var symbol = raw[i];
            if (symbol is '\\' or '`' or '*' or '_' or '<' or '>' or '|' or '#' or '&' or '~' or '$' or '!'
                || (symbol is '(' && i > 0 && raw[i - 1] == ']'))
            {
                text.Append('\\');
            }

            text.Append(symbol);
            if (symbol is '#' || (symbol is '@' && IsMention(raw, i))
                || (symbol is ':' && raw.AsSpan(i).StartsWith("://")))
            {
                text.Append(Nothing);
            }
        }

        return text.ToString();
    }

    /// <summary>A name in a code span, where nothing but the bar of a table has a meaning.</summary>
    public static string Code(string raw)
    {
        var text = VisibleText.Of(raw).Trim();
        var longest = 0;
        for (int i = 0, run = 0; i < text.Length; i++)
        {
            run = text[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        // A fence longer than any inside; a space where a backtick is at the edge, which is taken off again.
        var fence = new string('`', longest + 1);
        var air = text.Length == 0 || text[0] == '`' || text[^1] == '`' ? " " : "";
        return $"{fence}{air}{text.Replace("|", "\\|", StringComparison.Ordinal)}{air}{fence}";
    }

    // Inside a name, such as gpt-5.5@emea, it calls nobody, unless a dot makes an address of it.
    private static bool IsMention(string raw, int at) =>
        at == 0 || !char.IsAsciiLetterOrDigit(raw[at - 1]) || Domain().IsMatch(raw, at + 1);

    [GeneratedRegex(@"\G[\w-]+\.\w")]
    private static partial Regex Domain();
}
