using System.Text.RegularExpressions;

namespace Tollgate.Suites.Importing.Tau2;

/// <summary>Makes of what a user is told what a caller says: "You want your order" is "I want my order".</summary>
internal static partial class Tau2Words
{
    /// <summary>The text in the first person.</summary>
    public static string Own(string told)
    {
        var text = Spaces().Replace(told.Trim(), " ");
        text = Be().Replace(text, static match => match.Groups[1].Value.ToLowerInvariant() is "'re" or " are" ? "I'm"
            : match.Groups[1].Value.ToLowerInvariant() == "'ve" ? "I've" : "I was");
        text = Object().Replace(text, "$1 me");
        text = Your().Replace(text, static match => match.Groups[1].Value.ToLowerInvariant() switch
        {
            "s" => "mine",
            "self" => "myself",
            _ => char.IsUpper(match.Value[0]) ? "My" : "my",
        });
        return You().Replace(text, "I");
    }

    /// <summary>What the user wants or has, of a text that says how he is as well.</summary>
    public static string Wants(string told) =>
        string.Join(' ', Sentence().Split(told).Select(one => one.Trim()).Where(one => Want().IsMatch(one)));

    /// <summary>The first sentence of a text.</summary>
    public static string First(string text) => Sentence().Split(text)[0].Trim();

    /// <summary>
    /// Whether what the user does depends on what the agent says, or is said by the user at a moment of its own.
    /// </summary>
    public static bool IsConditional(Tau2Task task) =>
        Condition().IsMatch(task.Instructions) || Staged().IsMatch(task.Reason);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\byou('re|'ve| are| were)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Be();

    [GeneratedRegex(@"\b(to|for|with|from|of|give|gave|tell|told|tells|let|help|send|sent|ask|charge|refund|offer|offers|allow|behind)\s+you\b(?!\s+(?:want|can|have|had|need|would|could|will|do|did))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Object();

    [GeneratedRegex(@"\byour(s|self|)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Your();

    [GeneratedRegex(@"\byou\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex You();

    [GeneratedRegex(@"(?<=[.!?])\s+|\n+", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(?:by default,? )?you(?:'d| would)?(?: also| only| really)? (?:want|need|have|prefer|like|wish|use|do not want|don't want|do not have|don't have|do not need|don't need|will pay|would pay)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Want();

    [GeneratedRegex(@"\b(?:if|unless|when|whenever|until|once|otherwise|in case|as soon as|only after|at first|first,|then)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\b(?:agent|asked|asks|mention|respond|pretend|halfway|do not reveal|don't reveal|do not tell|insist|angry|swear)\w*\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Staged();
}
