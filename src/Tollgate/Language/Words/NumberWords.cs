using System.Collections.Frozen;

namespace Tollgate.Language.Words;

/// <summary>English words for numbers.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Small = Index(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        + "seventeen eighteen nineteen", 1);

    private static readonly FrozenDictionary<string, int> Tens =
        Index("- - twenty thirty forty fifty sixty seventy eighty ninety", 10);

    private static readonly FrozenDictionary<string, int> Ordinals = Index(
        "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        + "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", 1);

    public static bool IsNumberWord(string word) =>
        Small.ContainsKey(word) || Tens.ContainsKey(word) || word is "hundred" or "thousand" or "oh";

    /// <summary>1 to 31 for <c>third</c>, <c>3rd</c>, <c>thirtieth</c>; 0 where the word is no ordinal.</summary>
    public static int Ordinal(string word)
    {
        if (Ordinals.TryGetValue(word, out var value))
        {
            return value;
        }

        if (word == "thirtieth")
        {
            return 30;
        }

        return word.Length is 3 or 4 && char.IsAsciiDigit(word[0])
            && (word.EndsWith("st", StringComparison.Ordinal) || word.EndsWith("nd", StringComparison.Ordinal)
                || word.EndsWith("rd", StringComparison.Ordinal) || word.EndsWith("th", StringComparison.Ordinal))
            && int.TryParse(word.AsSpan(0, word.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n
            : 0;
    }

    /// <summary>0 to 99 from one or two words or from digits; the number of tokens read, 0 for none.</summary>
    public static int ReadTwoDigits(IReadOnlyList<Token> tokens, int at, out int value)
    {
        value = 0;
        if (at >= tokens.Count)
        {
            return 0;
        }

        var word = tokens[at].Word;
        if (Small.TryGetValue(word, out value))
        {
            return 1;
        }

        if (Tens.TryGetValue(word, out value))
        {
            if (tokens[at].Stop == '\0' && at + 1 < tokens.Count && Small.TryGetValue(tokens[at + 1].Word, out var unit)
                && unit is > 0 and < 10)
            {
                value += unit;
                return 2;
            }

            return 1;
        }

        return word.Length <= 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            ? 1
            : 0;
    }

    /// <summary>A day of the month, with or without an ending: the number of tokens read, 0 for none.</summary>
    public static int ReadDay(IReadOnlyList<Token> tokens, int at, out int day, out bool ordinal)
    {
        day = 0;
        ordinal = true;
        if (at >= tokens.Count)
        {
            return 0;
        }

        if (Tens.TryGetValue(tokens[at].Word, out var tens) && at + 1 < tokens.Count
            && Ordinal(tokens[at + 1].Word) is > 0 and < 10 and var unit)
        {
            day = tens + unit;
            return day <= 31 ? 2 : 0;
        }

        day = Ordinal(tokens[at].Word);
        if (day is > 0 and <= 31)
        {
            return 1;
        }

        ordinal = false;
        var read = ReadTwoDigits(tokens, at, out day);
        return day is > 0 and <= 31 ? read : 0;
    }

    /// <summary>A year from 1900 to 2099, in digits or as it is spoken: the number of tokens read, 0 for
    /// none.</summary>
    public static int ReadYear(IReadOnlyList<Token> tokens, int at, out int year)
    {
        year = 0;
        if (at >= tokens.Count)
        {
            return 0;
        }

        var word = tokens[at].Word;
        if (word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out year))
        {
            return year is >= 1900 and <= 2099 ? 1 : 0;
        }

        if (word == "two" && Is(tokens, at + 1, "thousand"))
        {
            var and = Is(tokens, at + 2, "and") ? 1 : 0;
            var few = ReadTwoDigits(tokens, at + 2 + and, out var rest);
            year = 2000 + (few > 0 ? rest : 0);
            return few > 0 ? 2 + and + few : 2;
        }

        if (word is "nineteen" or "twenty")
        {
            var oh = Is(tokens, at + 1, "oh") ? 1 : 0;
            var read = ReadTwoDigits(tokens, at + 1 + oh, out var rest);
            year = (word == "nineteen" ? 1900 : 2000) + rest;
            return read > 0 && (rest >= 10 || oh > 0) ? 1 + oh + read : 0;
        }

        return 0;
    }

    /// <summary>
    /// A whole number in words, such as "a hundred and twenty"; the number of tokens read, 0 for none.
    /// </summary>
    public static int ReadCardinal(IReadOnlyList<Token> tokens, int at, out decimal value)
    {
        decimal total = 0, part = 0;
        var i = at;
        if (Is(tokens, i, "a") && (Is(tokens, i + 1, "hundred") || Is(tokens, i + 1, "thousand")))
        {
            part = 1;
            i++;
        }

        var room = 1000;
        for (; i < tokens.Count; i++)
        {
            var word = tokens[i].Word;
            if (word == "hundred" && part is > 0 and < 100)
            {
                part *= 100;
                room = 100;
            }
            else if (word == "thousand" && part > 0 && total == 0)
            {
                total = part * 1000;
                part = 0;
                room = 1000;
            }
            else if (room is > 10 && Tens.TryGetValue(word, out var tens))
            {
                part += tens;
                room = 10;
            }
            else if (Small.TryGetValue(word, out var small) && room > 1 && (small < 10 || room > 10))
            {
                part += small;
                room = 1;
            }
            else if (word == "and" && i > at && (part >= 100 || total > 0) && i + 1 < tokens.Count
                && (Small.ContainsKey(tokens[i + 1].Word) || Tens.ContainsKey(tokens[i + 1].Word)))
            {
                continue;
            }
            else
            {
                break;
            }

            if (tokens[i].Stop != '\0')
            {
                i++;
                break;
            }
        }

        value = total + part;
        return i - at;
    }

    /// <summary>
    /// Letters and digits as they are spelled: "A P T dash seven seven eighty-one" gives <c>apt7781</c>. Appends what
    /// one token, or several, stand for, and says how many it read; 0 for a word that is no part of a spelling.
    /// </summary>
    public static int ReadSpelled(IReadOnlyList<Token> tokens, int at, StringBuilder spelled)
    {
        var word = tokens[at].Word;
        if (word is "dash" or "hyphen")
        {
            return 1;
        }

        if (word is "double" or "triple" && at + 1 < tokens.Count && Sign(tokens[at + 1].Word) is { } sign)
        {
            spelled.Append(sign, word == "double" ? 2 : 3);
            return 2;
        }

        // "One moment": no digit.
        if (word == "one" && at + 1 < tokens.Count
            && tokens[at + 1].Word is "moment" or "second" or "sec" or "minute" or "more" or "thing" or "of")
        {
            return 0;
        }

        // "B, four one one seven, a blow dry": no letter.
        if (word == "a" && tokens[at].Stop == '\0' && at + 1 < tokens.Count && tokens[at + 1].Word.Length > 1
            && Sign(tokens[at + 1].Word) is null && tokens[at + 1].Word is not ("dot" or "as" or "for" or "dash" or "at"))
        {
            return 0;
        }

        if (Sign(word) is { } one)
        {
            spelled.Append(one);

            // "B as in boy".
            return Is(tokens, at + 1, "as") && Is(tokens, at + 2, "in") && at + 3 < tokens.Count ? 4
                : (Is(tokens, at + 1, "for") || Is(tokens, at + 1, "like")) && at + 2 < tokens.Count && char.IsAsciiLetter(one)
                    && tokens[at + 2].Word is [var first, _, _, ..] && first == one ? 3
                : 1;
        }

        var read = Tens.ContainsKey(word) || Small.ContainsKey(word) ? ReadTwoDigits(tokens, at, out var pair) : 0;
        if (read > 0)
        {
            _ = ReadTwoDigits(tokens, at, out pair);
            spelled.Append(pair);
            return read;
        }

        if (word.Length > 0 && word.AsSpan().IndexOfAnyExcept("0123456789-.()+/") < 0)
        {
            foreach (var c in word)
            {
                if (char.IsAsciiDigit(c))
                {
                    spelled.Append(c);
                }
            }

            return 1;
        }

        return 0;
    }

    /// <summary>A single digit or letter; null for anything else.</summary>
    public static char? Sign(string word)
    {
        if (word.Length == 1 && char.IsAsciiLetterOrDigit(word[0]))
        {
            return word[0];
        }

        return word is "oh" or "nought" or "naught" ? '0'
            : Small.TryGetValue(word, out var digit) && digit < 10 ? (char)('0' + digit)
            : null;
    }

    public static bool Is(IReadOnlyList<Token> tokens, int at, string word) =>
        at >= 0 && at < tokens.Count && tokens[at].Word == word;

    private static FrozenDictionary<string, int> Index(string words, int step) =>
        words.Split(' ').Select((word, index) => (word, index)).Where(static one => one.word != "-")
            .ToFrozenDictionary(static one => one.word, one => one.index * step, StringComparer.Ordinal);
}
