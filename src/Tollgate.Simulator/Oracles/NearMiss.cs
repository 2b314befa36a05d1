using Tollgate.Statistics;
using Tollgate.Values;

namespace Tollgate.Simulator.Oracles;

/// <summary>Values that are nearly right and truly differ under the rule by which they are compared.</summary>
internal static class NearMiss
{
    private const int Attempts = 24;

    /// <summary>A near miss of a value; null where none was found.</summary>
    public static JsonElement? Of(JsonElement value, ValueRule rule, DateTime now, RandomStream random)
    {
        for (var i = 0; i < Attempts; i++)
        {
            if (Try(value, rule, random) is { } other && !ValueComparer.Same(value, other, rule, now)
                && !ValueComparer.Same(other, value, rule, now))
            {
                return other;
            }
        }

        return null;
    }

    private static JsonElement? Try(JsonElement value, ValueRule rule, RandomStream random)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return Json(value.ValueKind != JsonValueKind.True);
            case JsonValueKind.Number:
                return Number(value.GetDecimal(), random);
            case JsonValueKind.Array:
                return List(value, rule, random);
            case JsonValueKind.Object:
                var fields = value.EnumerateObject().ToDictionary(static one => one.Name, static one => one.Value);
                if (fields.Count == 0)
                {
                    return null;
                }

                var name = fields.Keys.ElementAt(random.Next(fields.Count));
                var own = rule.Fields.TryGetValue(name, out var given) ? given : ValueRule.Text;
                fields[name] = Try(fields[name], own, random) ?? fields[name];
                return Json(fields);
            case JsonValueKind.String:
                return Text(value.GetString()!, rule.Kind, random) is { } text ? Json(text) : null;
            default:
                return null;
        }
    }

    // The sign, the point, one more, or a digit off.
    private static JsonElement Number(decimal value, RandomStream random) => random.Next(4) switch
    {
        0 => Json(-value),
        1 => Json(value * 10),
        2 => Json(value + 1),
        _ => Json(value - (decimal.IsInteger(value) ? 1 : 0.5m)),
    };

    private static JsonElement List(JsonElement value, ValueRule rule, RandomStream random)
    {
        var items = value.EnumerateArray().ToList();
        if (items.Count == 0)
        {
            return Json(new[] { "other" });
        }

        var at = random.Next(items.Count);
        if (random.Next(2) == 0 && items.Count > 1)
        {
            items.RemoveAt(at);
        }
        else
        {
            items[at] = Try(items[at], rule.Items ?? ValueRule.Text, random) ?? Json("other");
        }

        return Json(items);
    }

    private static string? Text(string text, ValueKind kind, RandomStream random) => kind switch
    {
        ValueKind.Date => Date(text, random),
        ValueKind.Time or ValueKind.DateTime => Clock(text, random),
        ValueKind.Email => random.Next(2) == 0 && text.Contains('.', StringComparison.Ordinal)
            ? Remove(text, '.')
            : Letter(text, random),
        ValueKind.Enum => text + "_other",
        ValueKind.Pattern => "something else",
        ValueKind.Text => Name(text, random),
        _ => text.Any(char.IsAsciiDigit) ? Digit(text, random) : Letter(text, random),
    };

    // Day and month swapped, a day later, another year: 11/2 for 1/12.
    private static string Date(string text, RandomStream random)
    {
        if (!DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return Digit(text, random);
        }

        var other = random.Next(4) switch
        {
            0 when date.Day <= 12 => new DateTime(date.Year, date.Day, date.Month),
            1 => date.AddDays(7),
            2 => date.AddYears(1),
            _ => date.AddDays(1),
        };
        return other.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    // Morning for afternoon, half an hour off.
    private static string Clock(string text, RandomStream random)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || !int.TryParse(text.AsSpan(colon - 2, 2), CultureInfo.InvariantCulture, out var hour)
            || colon + 2 >= text.Length)
        {
            return Digit(text, random);
        }

        return random.Next(2) == 0
            ? $"{text[..(colon - 2)]}{(hour + 12) % 24:00}{text[colon..]}"
            : $"{text[..(colon + 1)]}{(text[colon + 1] == '3' ? '0' : '3')}{text[(colon + 2)..]}";
    }

    // Smyth for Smith, a letter doubled or exchanged.
    private static string Name(string text, RandomStream random)
    {
        foreach (var (from, to) in new[] { ("i", "y"), ("ph", "f"), ("ck", "k"), ("ee", "ea"), ("c", "k") })
        {
            if (random.Next(3) == 0 && text.Contains(from, StringComparison.Ordinal))
            {
                return text.Replace(from, to, StringComparison.Ordinal);
            }
        }

        return text.Any(char.IsAsciiDigit) ? Digit(text, random) : Letter(text, random);
    }

    private static string Letter(string text, RandomStream random)
    {
        if (text.Length == 0)
        {
            return "x";
        }

        var at = random.Next(text.Length);
        return $"{text[..at]}{(char)('a' + random.Next(26))}{text[(at + 1)..]}";
    }

    private static string Digit(string text, RandomStream random)
    {
        var digits = Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i])).ToList();
        if (digits.Count == 0)
        {
            return Letter(text, random);
        }

        var at = digits[random.Next(digits.Count)];
        var other = (char)('0' + ((text[at] - '0' + 1 + random.Next(9)) % 10));
        return $"{text[..at]}{other}{text[(at + 1)..]}";
    }

    private static string Remove(string text, char sign)
    {
        var at = text.IndexOf(sign, StringComparison.Ordinal);
        return text.Remove(at, 1);
    }

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);
}
