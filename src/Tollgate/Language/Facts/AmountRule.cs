using Tollgate.Language.Words;
using Tollgate.Values;

namespace Tollgate.Language.Facts;

/// <summary>Amounts of money and percentages. The form is the number without trailing zeros: <c>120.5</c>.</summary>
internal static class AmountRule
{
    public static void Find(FactFinder finder)
    {
        var tokens = finder.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var read = Read(finder, i, out var amount);
            if (read == 0 || !finder.IsFree(i, i + read))
            {
                continue;
            }

            finder.Add(FactKind.Amount, Form(amount), i, i + read);
            i += read - 1;
        }
    }

    public static string Form(decimal amount) => amount.ToString("0.############", CultureInfo.InvariantCulture);

    private static int Read(FactFinder finder, int i, out decimal amount)
    {
        var word = finder.Tokens[i].Word;
        if (word.Length > 1 && word[0] is '$' or '\u20AC' or '\u00A3'
            && NumberValue.TryParse(word[1..], out amount))
        {
            return 1;
        }

        if (word.Length > 1 && word[^1] == '%' && NumberValue.TryParse(word[..^1], out amount))
        {
            return 1;
        }

        var read = char.IsAsciiDigit(word[0]) && NumberValue.TryParse(word, out amount)
            ? 1
            : NumberWords.ReadCardinal(finder.Tokens, i, out amount);
        if (read == 0)
        {
            return 0;
        }

        var unit = i + read;
        if (finder.Is(unit, "cents", "cent"))
        {
            amount /= 100;
            return read + 1;
        }

        if (!finder.Is(unit, "dollars", "dollar", "bucks", "percent", "euros", "euro", "usd", "pounds"))
        {
            return 0;
        }

        // "... dollars and fifty cents".
        var and = finder.Is(unit + 1, "and") ? 1 : 0;
        var cents = NumberWords.ReadTwoDigits(finder.Tokens, unit + 1 + and, out var few);
        if (cents > 0 && finder.Is(unit + 1 + and + cents, "cents"))
        {
            amount += few / 100m;
            return read + 1 + and + cents + 1;
        }

        return read + 1;
    }
}
