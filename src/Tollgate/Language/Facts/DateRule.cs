using Tollgate.Language.Words;
using Tollgate.Values;

namespace Tollgate.Language.Facts;

/// <summary>
/// Dates. The forms: <c>2026-03-05</c> with and <c>--03-05</c> without a year, <c>w4</c> a day of the week (Sunday is
/// 0),
/// <c>d14</c> a day of the month, <c>m06</c> a month, <c>r...</c> words such as "last week".
/// </summary>
internal static class DateRule
{
    public static bool IsCalendarWord(string word) => MonthOf(word) > 0 || DayOf(word) >= 0;

    public static void Find(FactFinder finder)
    {
        var tokens = finder.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var read = Written(finder, i);
            read = read > 0 ? read : MonthFirst(finder, i);
            read = read > 0 ? read : DayFirst(finder, i);
            read = read > 0 ? read : Loose(finder, i);
            i += Math.Max(0, read - 1);
        }
    }

    public static string Form(int month, int day, int? year) =>
        year is { } y ? $"{y:0000}-{month:00}-{day:00}" : $"--{month:00}-{day:00}";

    private static int MonthOf(string word) => word switch
    {
        "january" or "jan" => 1,
        "february" or "feb" => 2,
        "march" or "mar" => 3,
        "april" or "apr" => 4,
        "may" => 5,
        "june" or "jun" => 6,
        "july" or "jul" => 7,
        "august" or "aug" => 8,
        "september" or "sep" or "sept" => 9,
        "october" or "oct" => 10,
        "november" or "nov" => 11,
        "december" or "dec" => 12,
        _ => 0,
    };

    /// <summary>0 for Sunday to 6 for Saturday; -1 for no day of the week.</summary>
    public static int DayOf(string word) =>
        (word.EndsWith("'s", StringComparison.Ordinal) ? word.AsSpan()[..^2] : word.AsSpan().TrimEnd('s')) switch
        {
            "sunday" => 0,
            "monday" => 1,
            "tuesday" => 2,
            "wednesday" => 3,
            "thursday" => 4,
            "friday" => 5,
            "saturday" => 6,
            _ => -1,
        };

    // 2026-03-05, 3/5/2026, 3/5, and a date with a time behind it as computers write it.
    private static int Written(FactFinder finder, int i)
    {
        var word = finder.Tokens[i].Word;
        if (word.Length < 3 || !char.IsAsciiDigit(word[0]) || word == "24/7")
        {
            return 0;
        }

        if (word.Length > 11 && word[10] == 't' && DateValue.TryParse(word[..10], finder.Now, out var day)
            && TimeRule.Clock(word[11..]) is { } minutes)
        {
            finder.Facts.Add(new Fact(FactKind.Time, TimeRule.Form(minutes, exact: true), i, i + 1));
            finder.Add(FactKind.Date, Form(day.Month, day.Day, day.Year), i, i + 1);
            return 1;
        }

        if ((word.Contains('/', StringComparison.Ordinal) || (word.Length >= 8 && word[4] == '-'))
            && DateValue.TryParse(word, finder.Now, out var date))
        {
            var hasYear = word.Length > 5;
            finder.Add(FactKind.Date, Form(date.Month, date.Day, hasYear ? date.Year : null), i, i + 1);
            return 1;
        }

        return 0;
    }

    private static int MonthFirst(FactFinder finder, int i)
    {
        var tokens = finder.Tokens;
        var month = MonthOf(tokens[i].Word);
        if (month == 0)
        {
            return 0;
        }

        var the = NumberWords.Is(tokens, i + 1, "the") ? 1 : 0;
        var read = NumberWords.ReadDay(tokens, i + 1 + the, out var day, out _);

        // "the end of August twenty twenty-seven": a year in two halves and no day.
        if (the == 0 && tokens[i].Stop == '\0' && finder.Is(i - 1, "of", "in", "until", "till", "since")
            && NumberWords.ReadYear(tokens, i + 1, out _) is > 1 and var halves && finder.IsFree(i, i + 1 + halves))
        {
            finder.Add(FactKind.Date, $"m{month:00}", i, i + 1 + halves);
            return 1 + halves;
        }

        if (read == 0)
        {
            // "in June", "last October"; "may" and "march" are verbs as well.
            if (finder.Is(i - 1, "in", "last", "next", "since", "until", "of", "this") && finder.IsFree(i, i + 1)
                && !finder.IsData)
            {
                finder.Add(FactKind.Date, $"m{month:00}", i, i + 1);
                return 1;
            }

            return 0;
        }

        return Dated(finder, i, i + 1 + the + read, month, day);
    }

    private static int DayFirst(FactFinder finder, int i)
    {
        var tokens = finder.Tokens;
        var read = NumberWords.ReadDay(tokens, i, out var day, out _);
        if (read == 0 || tokens[i + read - 1].Stop != '\0')
        {
            return 0;
        }

        var of = NumberWords.Is(tokens, i + read, "of") ? 1 : 0;
        var month = i + read + of < tokens.Count ? MonthOf(tokens[i + read + of].Word) : 0;

        // "One March thirty-first and one April first": the number counts.
        var next = i + read + of + 1;
        var counts = month > 0 && !char.IsAsciiDigit(tokens[i].Word[0]) && next < tokens.Count
            && tokens[next].Word is [.., 's', 't'] or [.., 'n', 'd'] or [.., 'r', 'd'] or [.., 't', 'h']
            && NumberWords.ReadDay(tokens, next, out _, out _) > 0;
        return month == 0 || counts || (month == 5 && of == 0 && !tokens[i + read].Capital)
            ? 0
            : Dated(finder, i, i + read + of + 1, month, day);
    }

    private static int Dated(FactFinder finder, int start, int end, int month, int day)
    {
        var of = NumberWords.Is(finder.Tokens, end, "of") ? 1 : 0;
        var years = finder.Tokens[end - 1].Stop is '\0' or ','
            ? NumberWords.ReadYear(finder.Tokens, end + of, out var year)
            : NumberWords.ReadYear([], 0, out year);
        end += years > 0 ? of + years : 0;
        if (finder.IsFree(start, end))
        {
            finder.Add(FactKind.Date, Form(month, day, years > 0 ? year : null), start, end);
        }

        return end - start;
    }

    // Days of the week, "tomorrow", "on the 14th", "last week".
    private static int Loose(FactFinder finder, int i)
    {
        var tokens = finder.Tokens;
        var word = tokens[i].Word;
        if (DayOf(word) is >= 0 and var weekday)
        {
            finder.Add(FactKind.Date, $"w{weekday}", i, i + 1);
            return 1;
        }

        if (word is "tomorrow" or "yesterday" && !IsAdvice(tokens))
        {
            var (ahead, start) = Relative(tokens, i);
            var date = finder.Now.Date.AddDays(ahead);
            finder.Add(FactKind.Date, Form(date.Month, date.Day, date.Year), start, i + 1);
            return 1;
        }

        var afterWeekday = i > 0 && DayOf(tokens[i - 1].Word) >= 0;
        if (word == "the" && (afterWeekday || finder.Is(i - 1, "on", "by", "until", "for", "from", "since", "to")))
        {
            var read = NumberWords.ReadDay(tokens, i + 1, out var day, out var ordinal);
            var behind = i + 1 + read;
            if (read > 0 && ordinal && (afterWeekday || behind >= tokens.Count || tokens[behind - 1].Stop != '\0'
                || tokens[behind].Word is "at" or "in" or "with" or "and" or "for" or "around"))
            {
                finder.Add(FactKind.Date, "d" + day.ToString(CultureInfo.InvariantCulture), i, behind);
                return 1 + read;
            }
        }

        return Span(finder, i);
    }

    /// <summary>
    /// The days from today to <c>tomorrow</c>, <c>the day before yesterday</c> and the like, whose last word stands
    /// here, and its first token.
    /// </summary>
    public static (int Ahead, int Start) Relative(IReadOnlyList<Token> tokens, int at)
    {
        var word = tokens[at].Word;
        var isFar = NumberWords.Is(tokens, at - 1, word == "tomorrow" ? "after" : "before")
            && NumberWords.Is(tokens, at - 2, "day");
        var ahead = word switch
        {
            "tomorrow" => 1,
            "yesterday" => -1,
            _ => 0,
        };
        return isFar && ahead != 0 ? (2 * ahead, at - 2) : (ahead, at);
    }

    // "last week", "next month", "three days ago", "two weeks ago".
    private static int Span(FactFinder finder, int i)
    {
        var tokens = finder.Tokens;
        if (tokens[i].Word is "last" or "next" && finder.Is(i + 1, "week", "month", "year", "weekend")
            && !IsAdvice(tokens))
        {
            finder.Add(FactKind.Date, $"r{tokens[i].Word} {tokens[i + 1].Word}", i, i + 2);
            return 2;
        }

        if (tokens[i].Word == "ago" && finder.Is(i - 1, "day", "days", "week", "weeks", "month", "months", "year", "years")
            && i > 1)
        {
            finder.Add(FactKind.Date, $"r{tokens[i - 2].Word} {tokens[i - 1].Word} ago", i - 2, i + 1);
            return 1;
        }

        return 0;
    }

    // "You can call back tomorrow" says nothing of any record.
    private static bool IsAdvice(List<Token> tokens) => tokens.Exists(static token =>
        token.Word is "call" or "try" or "again" or "contact" or "reach" or "callback")
        || tokens.Exists(static token => token.Word == "visit") && tokens.Exists(static token => token.Word == "us");
}
