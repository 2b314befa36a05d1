using Tollgate.Language.Words;
using Tollgate.Values;

namespace Tollgate.Language;

/// <summary>Numbers with their units: "forty-five minutes", "a hundred and six dollars", "eight free seats".</summary>
internal static class QuantityRule
{
    private const int MaxAdjectives = 2;

    /// <summary>The quantities of a text, in its order; none overlaps another.</summary>
    public static List<Quantity> Read(IReadOnlyList<Token> tokens)
    {
        var found = new List<Quantity>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(tokens, i) is { } quantity)
            {
                found.Add(quantity);
                i = quantity.End - 1;
            }
        }

        return found;
    }

    /// <summary>The unit that a word stands for and how many of it are one of the word; null for no such
    /// word.</summary>
    public static (string Unit, decimal Factor)? UnitOf(string word) => word.TrimEnd('\'') switch
    {
        "dollar" or "dollars" or "bucks" or "buck" or "usd" or "euro" or "euros" or "eur" or "pounds" or "pound" or "quid" or "gbp" =>
            (Quantity.Money, 1),
        "cents" or "cent" or "pence" => (Quantity.Money, 0.01m),
        "percent" or "per-cent" => (Quantity.Percent, 1),
        "minutes" or "minute" or "mins" or "min" or "minute's" => (Quantity.Minutes, 1),
        "hours" or "hour" or "hrs" or "hour's" => (Quantity.Minutes, 60),
        "days" or "day" or "day's" or "nights" or "night" => (Quantity.Minutes, 1440),
        "weeks" or "week" or "week's" => (Quantity.Minutes, 10_080),
        "fortnight" => (Quantity.Minutes, 20_160),
        "months" or "month" or "month's" => (Quantity.Months, 1),
        "years" or "year" or "year's" => (Quantity.Months, 12),
        _ => null,
    };

    private static Quantity? At(IReadOnlyList<Token> tokens, int i)
    {
        if (Joined(tokens, i) is { } joined)
        {
            return joined;
        }

        if (Fraction(tokens, i) is { } fraction)
        {
            return fraction;
        }

        var values = Number(tokens, i, out var end, out var sign);
        if (values.Length == 0)
        {
            return Article(tokens, i);
        }

        if (sign.Length > 0)
        {
            return new Quantity(values, sign, i, end);
        }

        return Unit(tokens, i, end, values);
    }

    // "24-hour", "two-year", "48h", "30min".
    private static Quantity? Joined(IReadOnlyList<Token> tokens, int i)
    {
        var word = tokens[i].Word;
        var dash = word.IndexOf('-', StringComparison.Ordinal);
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits]))
        {
            digits++;
        }

        var (number, rest) = dash > 0 ? (word[..dash], word[(dash + 1)..].Split('-')[0])
            : digits > 0 && digits < word.Length ? (word[..digits], word[digits..])
            : ("", "");
        var unit = rest == "h" ? (Quantity.Minutes, 60) : UnitOf(rest);
        return number.Length > 0 && unit is { } found
            && NumberWords.ReadTwoDigits([new Token(number, false, false, '\0')], 0, out var value) > 0
            ? new Quantity([value * found.Factor], found.Unit, i, i + 1)
            : null;
    }

    // "half an hour", "a quarter of an hour", "half a year", "three quarters of an hour".
    private static Quantity? Fraction(IReadOnlyList<Token> tokens, int i)
    {
        var part = tokens[i].Word switch { "half" => 0.5m, "quarter" => 0.25m, "quarters" => 0.25m, _ => 0 };
        if (part == 0)
        {
            return null;
        }

        var at = i + 1;
        while (at < tokens.Count && tokens[at].Word is "of" or "a" or "an" or "the")
        {
            at++;
        }

        return at < tokens.Count && UnitOf(tokens[at].Word) is { } unit
            && unit.Unit is Quantity.Minutes or Quantity.Months
            ? new Quantity([(NumberWords.Is(tokens, i - 1, "three") ? 3 : 1) * part * UnitOf(tokens[at].Word)!.Value.Factor],
                UnitOf(tokens[at].Word)!.Value.Unit, i, at + 1)
            : null;
    }

    // "an hour", "a year", "an hour and a half"; "a minute" is said of anything that is short.
    private static Quantity? Article(IReadOnlyList<Token> tokens, int i)
    {
        if (tokens[i].Word is not ("a" or "an" or "one") || i + 1 >= tokens.Count
            || tokens[i + 1].Word is not ("hour" or "week" or "fortnight" or "month" or "year")
            || UnitOf(tokens[i + 1].Word) is not { } unit || IsRate(tokens, i))
        {
            return null;
        }

        var half = AndHalf(tokens, i + 2);
        return new Quantity([(1 + (half > 0 ? 0.5m : 0)) * unit.Factor], unit.Unit, i, i + 2 + half);
    }

    // "ninety dollars a year", "four visits a month".
    private static bool IsRate(IReadOnlyList<Token> tokens, int i) => tokens[i].Word is "a" or "an" && i > 0
        && tokens[i - 1].Stop == '\0'
            && (UnitOf(tokens[i - 1].Word) is not null || NumberWords.IsNumberWord(tokens[i - 1].Word)
            || tokens[i - 1].Word[0] is '$' or '\u00A3' or '\u20AC' || char.IsAsciiDigit(tokens[i - 1].Word[0])
            || tokens[i - 1].Word is "once" or "twice" or "times" or "visits" or "more" or "each" or "less");

    private static int AndHalf(IReadOnlyList<Token> tokens, int at) =>
        NumberWords.Is(tokens, at, "and") && NumberWords.Is(tokens, at + 1, "a") && NumberWords.Is(tokens, at + 2, "half") ? 3
            : 0;

    private static Quantity Unit(IReadOnlyList<Token> tokens, int start, int end, decimal[] values)
    {
        var half = AndHalf(tokens, end);
        if (half > 0)
        {
            values = Array.ConvertAll(values, static value => value + 0.5m);
            end += half;
        }

        for (var i = end; i < tokens.Count && i <= end + MaxAdjectives && (i == end || tokens[i - 1].Stop == '\0'); i++)
        {
            if (i == end && end > start && tokens[end - 1].Stop is not ('\0' or '-'))
            {
                break;
            }

            var word = tokens[i].Word;
            if (UnitOf(word) is { } unit)
            {
                var scaled = Array.ConvertAll(values, value => value * unit.Factor);
                return Cents(tokens, start, i + 1, scaled, unit);
            }

            if (!Stems.IsContent(word) && word is not ("more" or "other" or "full" or "free" or "good" or "whole"))
            {
                break;
            }

            if (i == end + MaxAdjectives || (word.Length > 3 && word[^1] == 's' && word[^2] != 's'))
            {
                return new Quantity(values, Stems.Of(word), start, end);
            }
        }

        return new Quantity(values, "", start, end);
    }

    // "... dollars and fifty cents".
    private static Quantity Cents(
        IReadOnlyList<Token> tokens, int start, int end, decimal[] values, (string Unit, decimal Factor) unit)
    {
        var and = NumberWords.Is(tokens, end, "and") ? 1 : 0;
        if (unit is { Unit: Quantity.Money, Factor: 1 })
        {
            var read = NumberWords.ReadTwoDigits(tokens, end + and, out var few);
            var isCents = read > 0
                && (NumberWords.Is(tokens, end + and + read, "cents") || NumberWords.Is(tokens, end + and + read, "cent"));
            if (isCents
                || (read > 0 && few is >= 10
                    && (end + and + read >= tokens.Count || tokens[end + and + read - 1].Stop != '\0')))
            {
                return new Quantity(
                    Array.ConvertAll(values, value => value + (few / 100m)), unit.Unit, start,
                        end + and + read + (isCents ? 1 : 0));
            }
        }

        return new Quantity(values, unit.Unit, start, end);
    }

    /// <summary>What a number may mean, in digits or words; empty for none.</summary>
    private static decimal[] Number(IReadOnlyList<Token> tokens, int i, out int end, out string unit)
    {
        var word = tokens[i].Word;
        end = i + 1;
        unit = "";
        if (word.Length > 0 && (char.IsAsciiDigit(word[0]) || word[0] is '$' or '\u00A3' or '\u20AC'))
        {
            unit = word[0] is '$' or '\u00A3' or '\u20AC' ? Quantity.Money : word[^1] == '%' ? Quantity.Percent : "";
            return NumberValue.TryParse(word.TrimStart('$', '\u00A3', '\u20AC').TrimEnd('%'), out var value) ? [value]
                : [];
        }

        var read = NumberWords.ReadCardinal(tokens, i, out var spoken);
        if (read == 0)
        {
            return [];
        }

        end = i + read;
        if (NumberWords.Is(tokens, end, "point") && end + 1 < tokens.Count
            && NumberWords.Sign(tokens[end + 1].Word) is { } digit
            && char.IsAsciiDigit(digit))
        {
            end += 2;
            return [spoken + ((digit - '0') / 10m)];
        }

        // "one fifty-nine", "eleven ten", "four eighteen ninety", "two oh five".
        var groups = new List<decimal> { spoken };
        while (tokens[end - 1].Stop == '\0' && groups.Count < 4)
        {
            var oh = NumberWords.Is(tokens, end, "oh") ? 1 : 0;
            var more = NumberWords.ReadTwoDigits(tokens, end + oh, out var group);
            if (more == 0 || (oh > 0 ? group > 9 : group < 10) || !NumberWords.IsNumberWord(tokens[end + oh].Word))
            {
                break;
            }

            groups.Add(group);
            end += oh + more;
        }

        return groups switch
        {
            [var one] => [one],
            [var one, var two] => [(one * 100) + two, one + (two / 100)],
            [var one, var two, var three] => [(one * 100) + two + (three / 100), (((one * 100) + two) * 100) + three],
            _ => [],
        };
    }
}
