using System.Text.RegularExpressions;
using Tollgate.Acts.Slots;
using Tollgate.Language.Words;
using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Wishes;

/// <summary>Parts of a value that people ask for alone: the last four digits, the area code, the year.</summary>
internal static partial class ValueParts
{
    private const int AreaDigits = 3;

    /// <summary>The kinds of value of which the words ask for a part; empty where they ask for none.</summary>
    public static IReadOnlyList<SlotKind> KindsAskedFor(string words) =>
        (Year().IsMatch(words) || Month().IsMatch(words)) && !More().IsMatch(words) ? [SlotKind.DateOfBirth]
        : Area().IsMatch(words) ? [SlotKind.Phone]
        : Signs().IsMatch(words) || Rest().IsMatch(words) || Ends().IsMatch(words) ? [SlotKind.Phone, SlotKind.Code]
        : [];

    /// <summary>They ask for what comes after the part that was heard, or which of two ends it has.</summary>
    public static bool AsksOn(string words) => Rest().IsMatch(words) || Ends().IsMatch(words);

    /// <summary>The part that the words ask for, as it is said; null where the value has no such part.</summary>
    public static string? Say(CallerFact fact, string words)
    {
        if (fact.Value is not { } value)
        {
            return null;
        }

        if (fact.Kind == SlotKind.DateOfBirth)
        {
            return DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var born)
                ? Year().IsMatch(words) ? SayYear(born.Year, words)
                    : CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(born.Month)
                : null;
        }

        var signs = value.Where(char.IsLetterOrDigit).ToArray();
        if (Rest().IsMatch(words))
        {
            // How much of it was heard he cannot know: all of it, with care.
            return SpokenValue.Say(fact.Kind, value, SayingStyle.Slow, DateTime.MinValue);
        }

        if (Ends().Match(words) is { Success: true } end)
        {
            var size = Math.Min(signs.Length, end.Groups["front"].Success ? AreaDigits : AreaDigits + 1);
            return SpokenValue.Say(
                SlotKind.Code, new string(end.Groups["front"].Success ? signs[..size] : signs[^size..]), SayingStyle.Slow,
                DateTime.MinValue);
        }

        var asked = Signs().Match(words);
        var many = asked.Success ? Count(asked.Groups["many"].Value) : AreaDigits;
        if (many >= signs.Length || (!asked.Success && fact.Kind != SlotKind.Phone))
        {
            return null;
        }

        var fromFront = !asked.Success || asked.Groups["which"].Value.Equals("first", StringComparison.OrdinalIgnoreCase);
        return SpokenValue.Say(
            SlotKind.Code, new string(fromFront ? signs[..many] : signs[^many..]), SayingStyle.Slow, DateTime.MinValue);
    }

    private static string SayYear(int year, string words) => Single().IsMatch(words)
        ? SpokenValue.Say(
            SlotKind.Code, year.ToString(CultureInfo.InvariantCulture), SayingStyle.Slow, DateTime.MinValue)
        : NumberText.Year(year);

    private static int Count(string word) => word.ToLowerInvariant() switch
    {
        "two" or "2" => 2,
        "three" or "3" => 3,
        "four" or "4" => 4,
        "five" or "5" => 5,
        _ => 6,
    };

    [GeneratedRegex(@"\b(?<which>last|first|final) (?<many>two|three|four|five|six|[2-6]) (digits?|numbers?|figures?|letters?|signs?|characters?|ones)\b|\b(are|is|get|say|repeat|those|the) (those |the )?(?<which>last|first|final) (?<many>two|three|four|five|six)\??$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(@"\b(and|what's|what is|give me|get|have|hear|love|need|caught) (the|those|your) (rest|remaining ones|others)\b|\b(other|remaining) (two|three|four|five|six|seven|\d) (digits|numbers|figures)|\b(comes|came|follows) (after|next)\b|, and then\?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rest();

    [GeneratedRegex(@"\b((?<front>starts?|begins?|starting|beginning)|ends?|ending) (with|in)\b.*\bor\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\barea code\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Area();

    // "Your birthday, with the year?", "which month and day?": more than one part.
    [GeneratedRegex(@"\b(with|including|and) (the |your )?year\b|\bmonth (and )?(the )?day\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex More();

    [GeneratedRegex(@"\b(what|which) year\b|\byear (of (your )?birth|were you|you were|escaped|again|once|as|too|part|part of)|\b(the|your|that|just the|only the|birth) year\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(what|which) month\b|\bmonth (of (your )?birth|were you|you were|again|once more)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"\b(single|digit by digit|one by one|figures?|digits)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Single();
}
