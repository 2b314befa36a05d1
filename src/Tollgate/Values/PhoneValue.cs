using System.Text.RegularExpressions;

namespace Tollgate.Values;

/// <summary>
/// A telephone number: its digits, with or without the country's code, with its extension. A number without a plus is
/// a national one, but for eleven digits that begin with the 1 of North America.
/// </summary>
internal static partial class PhoneValue
{
    private const int MinNationalDigits = 7;
    private const int NorthAmericanDigits = 10;

    public static bool Same(string a, string b)
    {
        if (!TryParse(a, out var x) || !TryParse(b, out var y))
        {
            return TextValue.Same(a, b);
        }

        if (x.Extension != y.Extension)
        {
            return false;
        }

        return (x.WithCountry, y.WithCountry) switch
        {
            (true, true) or (false, false) => x.Digits == y.Digits,
            (true, false) => IsNationalPart(x.Digits, y.Digits),
            _ => IsNationalPart(y.Digits, x.Digits),
        };
    }

    // A national number is dialled with a leading 0 in many countries, which falls away after the country's code.
    private static bool IsNationalPart(string whole, string national)
    {
        var part = national.StartsWith('0') ? national[1..] : national;
        return part.Length >= MinNationalDigits && whole.EndsWith(part, StringComparison.Ordinal)
            && (whole.Length - part.Length) switch
            {
                1 => whole[0] is '7' || (whole[0] is '1' && part.Length == NorthAmericanDigits),
                2 => TwoDigitCodes.Contains(whole[..2], StringComparison.Ordinal),
                3 => !TwoDigitCodes.Contains(whole[..2], StringComparison.Ordinal) && whole[0] is >= '2' and not '7',
                _ => false,
            };
    }

    // The country codes of two digits, from ITU-T E.164; all others but 1 and 7 have three. A comma keeps two
    // neighbours from making a third.
    private const string TwoDigitCodes =
        "20,27,30,31,32,33,34,36,39,40,41,43,44,45,46,47,48,49,51,52,53,54,55,56,57,58,60,61,62,63,64,65,66,"
        + "81,82,84,86,90,91,92,93,94,95,98";

    private static bool TryParse(string text, out (string Digits, string Extension, bool WithCountry) number)
    {
        number = default;
        var match = Written().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var digits = new StringBuilder();
        foreach (var c in match.Groups["number"].ValueSpan)
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
            }
        }

        var all = digits.ToString();
        var plus = match.Groups["plus"].Success;
        if (!plus && all.StartsWith("00", StringComparison.Ordinal))
        {
            (plus, all) = (true, all[2..]);
        }

        var northAmerican = all.Length == NorthAmericanDigits + 1 && all[0] == '1';
        number = (all, match.Groups["extension"].Value, plus || northAmerican);
        return all.Length > 0;
    }

    [GeneratedRegex(
        @"^\s*(?:tel:)?\s*(?<plus>\+)?(?<number>[0-9()\s./\u2010-\u2015-]+?)\s*(?:(?:,|;)?\s*(?:x|ext\.?|extension|#)\s*(?<extension>[0-9]+))?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
