using System.Text.RegularExpressions;

namespace Tollgate.Values;

/// <summary>
/// An amount with or without its currency: <c>$1,200.50</c>, <c>1200.5 USD</c>, <c>120 dollars</c>, <c>50 cents</c>.
/// Where both name a currency it must be the same; <c>$</c> is the US dollar.
/// </summary>
internal static partial class MoneyValue
{
    public static bool Same(string a, string b, double tolerance) =>
        TryParse(a, out var x, out var left) && TryParse(b, out var y, out var right)
            ? (left.Length == 0 || right.Length == 0 || left == right) && NumberValue.Same(x, y, tolerance)
            : TextValue.Same(a, b);

    private static bool TryParse(string text, out decimal amount, out string currency)
    {
        amount = 0;
        currency = "";
        var match = Written().Match(TextValue.Fold(text));
        if (!match.Success || !NumberValue.TryParse(match.Groups["amount"].Value, out amount))
        {
            return false;
        }

        var before = match.Groups["before"].Value;
        var after = match.Groups["after"].Value;
        if (before.Length > 0 && after.Length > 0 && Currency(before) != Currency(after))
        {
            return false;
        }

        var named = before.Length > 0 ? before : after;
        currency = Currency(named);
        if (named is "cent" or "cents" or "pence")
        {
            amount /= 100;
        }

        if (match.Groups["minus"].Success)
        {
            amount = -amount;
        }

        return true;
    }

    private static string Currency(string named) => named switch
    {
        "" => "",
        "$" or "us$" or "usd" or "dollar" or "dollars" or "us dollars" or "cent" or "cents" or "bucks" => "usd",
        "\u20AC" or "eur" or "euro" or "euros" => "eur",
        "\u00A3" or "gbp" or "pound" or "pounds" or "pence" => "gbp",
        "\u00A5" or "jpy" or "yen" => "jpy",
        _ => named,
    };

    [GeneratedRegex("""
        ^(?<minus>-)?\s?(?<before>us\$|[$\u20AC\u00A3\u00A5]|usd|eur|gbp|jpy|cad|aud|chf)?\s?(?<amount>[+-]?[0-9.,]+)
        \s?(?<after>us\ dollars|dollars?|euros?|pounds?|yen|cents?|pence|bucks|us\$|[$\u20AC\u00A3\u00A5]|usd|eur|gbp
        |jpy|cad|aud|chf)?$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Written();
}
