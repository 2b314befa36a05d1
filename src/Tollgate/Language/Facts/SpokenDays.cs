using Tollgate.Language.Words;

namespace Tollgate.Language.Facts;

/// <summary>
/// Days that a caller names without their month or by the day of the week, for all that they may mean: what was said
/// loosely may be answered exactly. "The 13th" is the next such day, "next Wednesday" the next one or the one after it.
/// </summary>
internal static class SpokenDays
{
    public static IEnumerable<DateOnly> In(List<Token> tokens, DateOnly today)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Word;
            if (word is "today" or "tonight" or "tomorrow" or "yesterday")
            {
                yield return today.AddDays(DateRule.Relative(tokens, i).Ahead);
            }
            else if (DateRule.DayOf(word) is >= 0 and var weekday)
            {
                var ahead = (weekday - (int)today.DayOfWeek + 7) % 7;
                yield return today.AddDays(ahead);
                if (ahead == 0 || NumberWords.Is(tokens, i - 1, "next")
                    || (NumberWords.Is(tokens, i + 1, "next") && NumberWords.Is(tokens, i + 2, "week")))
                {
                    yield return today.AddDays(ahead + 7);
                }
            }
            else if (DayOfMonth(tokens, i) is > 0 and var day && Next(today, day) is { } date)
            {
                yield return date;
            }
        }
    }

    // "13th", "the 5th of this month", "the fifth, please"; "the second one" is no day.
    private static int DayOfMonth(List<Token> tokens, int at)
    {
        var read = NumberWords.ReadDay(tokens, at, out var day, out var isOrdinal);
        if (read == 0 || !isOrdinal)
        {
            return 0;
        }

        var behind = at + read;
        return char.IsAsciiDigit(tokens[at].Word[0])
            || (NumberWords.Is(tokens, at - 1, "the") && (behind >= tokens.Count || tokens[behind - 1].Stop != '\0'
                || tokens[behind].Word is "of" or "at" or "in" or "for" or "and" or "please" or "would" or "works" or "then"))
            ? day
            : 0;
    }

    private static DateOnly? Next(DateOnly today, int day)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        for (var i = 0; i < 3; i++, month = month.AddMonths(1))
        {
            if (day <= DateTime.DaysInMonth(month.Year, month.Month)
                && new DateOnly(month.Year, month.Month, day) is var date && date >= today)
            {
                return date;
            }
        }

        return null;
    }
}
