using Tollgate.Language.Words;

namespace Tollgate.Language.Facts;

/// <summary>
/// Times of the day. The form is minutes since midnight, <c>630</c>; with a question mark where morning or afternoon is
/// not said, then below 720: <c>630?</c>.
/// </summary>
internal static class TimeRule
{
    public static void Find(FactFinder finder)
    {
        var tokens = finder.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var (read, minutes, half) = At(finder, i);
            if (read == 0 || !finder.IsFree(i, i + read))
            {
                continue;
            }

            var end = i + read;
            half ??= HalfBehind(finder, minutes, ref end) ?? HalfBefore(finder, i, minutes);
            if (half is { } afternoon && minutes < 13 * 60 && minutes >= 60)
            {
                finder.Add(FactKind.Time, Form((minutes % 720) + (afternoon ? 720 : 0), exact: true), i, end);
            }
            else
            {
                finder.Add(FactKind.Time, Form(minutes, minutes >= 13 * 60 || minutes < 60 || finder.IsData), i, end);
            }

            i = end - 1;
        }
    }

    public static string Form(int minutes, bool exact) =>
        exact
            ? minutes.ToString(CultureInfo.InvariantCulture)
            : (minutes % 720).ToString(CultureInfo.InvariantCulture) + "?";

    /// <summary>Minutes of <c>10:30</c> and <c>10:30:00</c>, with whatever follows; null for anything else.</summary>
    public static int? Clock(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        return colon is 1 or 2 && word.Length >= colon + 3
            && int.TryParse(word.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && int.TryParse(word.AsSpan(colon + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            && hour < 24 && minute < 60
            ? (hour * 60) + minute
            : null;
    }

    // How many tokens, the minutes, and whether it is the afternoon where the token itself says so.
    private static (int Read, int Minutes, bool? Afternoon) At(FactFinder finder, int i)
    {
        var tokens = finder.Tokens;
        var word = tokens[i].Word;
        if (word is "noon" or "midday")
        {
            return (1, 720, true);
        }

        if (word == "midnight")
        {
            return (1, 0, null);
        }

        if (char.IsAsciiDigit(word[0]))
        {
            return Digits(finder, i, word);
        }

        // British: "half six".
        if (word == "half" && NumberWords.IsNumberWord(i + 1 < tokens.Count ? tokens[i + 1].Word : "")
            && NumberWords.ReadTwoDigits(tokens, i + 1, out var six) == 1 && six is >= 1 and <= 12)
        {
            return (2, (six * 60) + 30, null);
        }

        if (word is "half" or "quarter" && finder.Is(i + 1, "past", "to", "after", "till"))
        {
            var hours = NumberWords.ReadTwoDigits(tokens, i + 2, out var named);
            var shift = word == "half" ? 30 : tokens[i + 1].Word is "past" or "after" ? 15 : -15;
            return hours > 0 && named is >= 1 and <= 12 ? (2 + hours, (named * 60) + shift, null) : default;
        }

        var read = NumberWords.ReadTwoDigits(tokens, i, out var hour);
        return PastOrTo(finder, i, read, hour) is { Read: > 0 } relative ? relative
            : read == 1 && hour is >= 1 and <= 12 ? Spoken(finder, i, hour)
            : default;
    }

    // "ten past four", "twenty to five"; "from ten to four" is a range.
    private static (int Read, int Minutes, bool? Afternoon) PastOrTo(FactFinder finder, int i, int read, int minutes)
    {
        var at = finder.Is(i + read, "minutes", "minute") ? i + read + 1 : i + read;
        if (read == 0 || (minutes is not (5 or 10 or 20 or 25) && at == i + read) || minutes is 0 or >= 30)
        {
            return default;
        }

        var past = finder.Is(at, "past", "after");
        if (!past && !(finder.Is(at, "to", "till") && (at > i + read || finder.Is(i - 1, "at", "by", "until", "it's", "is", "about", "around", "between"))))
        {
            return default;
        }

        var hours = NumberWords.ReadTwoDigits(finder.Tokens, at + 1, out var hour);
        return hours > 0 && hour is >= 1 and <= 12
            ? (at + 1 + hours - i, (hour * 60) + (past ? minutes : -minutes), null)
            : default;
    }

    private static (int Read, int Minutes, bool? Afternoon) Digits(FactFinder finder, int i, string word)
    {
        bool? afternoon = word.EndsWith("pm", StringComparison.Ordinal) ? true
            : word.EndsWith("am", StringComparison.Ordinal) ? false : null;
        var bare = afternoon is null ? word : word[..^2];
        if (bare.Length <= 8 && Clock(bare) is { } minutes)
        {
            return (1, minutes, afternoon);
        }

        // "open from 8 to 17".
        if (afternoon is null && word.Length == 2 && word[0] is ('1' or '2') && !finder.IsData
            && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var late)
            && late is > 12 and < 24
            && finder.Is(i - 1, "to", "until", "till") && IsEnd(finder, i + 1))
        {
            return (1, late * 60, true);
        }

        return bare.Length <= 2 && int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && hour is >= 1 and <= 12
            ? afternoon is not null ? (1, hour * 60, afternoon) : Spoken(finder, i, hour)
            : default;
    }

    // "ten thirty", "ten o'clock", "ten pm", "at ten": what stands around it must make it a time.
    private static (int Read, int Minutes, bool? Afternoon) Spoken(FactFinder finder, int i, int hour)
    {
        var tokens = finder.Tokens;
        if (finder.Is(i + 1, "o'clock", "oclock"))
        {
            return (2, hour * 60, null);
        }

        var isData = finder.IsData;
        var before = finder.Is(
            i - 1, "at", "around", "by", "until", "till", "from", "to", "is", "for", "about", "before", "after",
            "between", "shows", "show", "says", "reads", "have", "on", "with", "has", "had", "said",
            "say", "see", "got", "was", "it's", "that's", "be", "then") || (i > 0 && DateRule.IsCalendarWord(tokens[i - 1].Word));
        var (read, minute) = tokens[i].Stop == '\0' ? Minutes(finder, i + 1) : default;
        var behind = i + 1 + read;
        var half = finder.Is(behind, "am", "pm") || IsPartOfDay(finder, behind);
        var unit = finder.Is(
            behind, "dollars", "dollar", "percent", "bucks", "cents", "hundred", "thousand", "minutes", "hours", "days",
            "weeks", "euros", "people", "of", "digits");
        if (read > 0 && (half || (before && !unit && IsEnd(finder, behind) && !DigitsGoOn(finder, behind))))
        {
            return (1 + read, (hour * 60) + minute, null);
        }

        if (half && read == 0)
        {
            return (1, hour * 60, null);
        }

        return read == 0 && !isData && !unit && IsEnd(finder, behind)
            && (finder.Is(i - 1, "at", "around", "by", "until", "till", "morning", "afternoon", "evening") || IsRange(finder, i))
            ? (1, hour * 60, null)
            : default;
    }

    // No unit stands behind it: "between two and six payments" is no range of times.
    private static bool EndsAsTime(FactFinder finder, int i) =>
        finder.Is(i, "noon", "midday", "midnight") || (NumberWords.ReadTwoDigits(finder.Tokens, i, out _) is > 0 and var read
            && (IsEnd(finder, i + read) || IsPartOfDay(finder, i + read) || finder.Is(i + read, "am", "pm", "o'clock", "thirty", "fifteen")));

    // "between one and five", "from eight to noon".
    private static bool IsRange(FactFinder finder, int i) =>
        (finder.Is(i - 1, "between", "from") && finder.Is(i + 1, "and", "to", "until", "till") && EndsAsTime(finder, i + 2))
        || (finder.Is(i - 1, "and", "to", "until", "till") && finder.Is(i - 3, "between", "from"));

    // What may follow a time that has nothing to show that it is one.
    private static bool IsEnd(FactFinder finder, int at) =>
        at >= finder.Tokens.Count || finder.Tokens[at - 1].Stop != '\0'
        || finder.Is(
            at, "on", "in", "with", "this", "tomorrow", "today", "and", "for", "sharp", "or", "to", "but", "that", "next",
            "exactly", "as", "under", "at", "if", "so", "until", "is", "was", "when", "then", "since", "because", "open", "free", "available")
        || DateRule.IsCalendarWord(finder.Tokens[at].Word);

    // "It's five oh three, five five five": the number has more digits.
    private static bool DigitsGoOn(FactFinder finder, int at) =>
        at + 1 < finder.Tokens.Count && !finder.Tokens[at - 1].EndsSentence
        && IsDigit(finder.Tokens[at].Word) && IsDigit(finder.Tokens[at + 1].Word);

    private static bool IsDigit(string word) => word.Length == 1 && char.IsAsciiDigit(word[0])
        || word is "oh" or "zero" or "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine";

    private static (int Read, int Minute) Minutes(FactFinder finder, int at)
    {
        var oh = finder.Is(at, "oh") ? 1 : 0;
        var read = NumberWords.ReadTwoDigits(finder.Tokens, at + oh, out var minute);
        return read > 0 && minute < 60 && (oh == 1 ? minute < 10 : minute >= 10) ? (oh + read, minute) : default;
    }

    private static bool IsPartOfDay(FactFinder finder, int at) => PartOfDay(finder, at) > 0;

    // "in the morning", "this evening", "at night", "tonight": how many words.
    private static int PartOfDay(FactFinder finder, int at) =>
        finder.Is(at, "in") && finder.Is(at + 1, "the") && finder.Is(at + 2, "morning", "afternoon", "evening", "night") ? 3
        : finder.Is(at, "this") && finder.Is(at + 1, "morning", "afternoon", "evening") ? 2
        : finder.Is(at, "at") && finder.Is(at + 1, "night") ? 2
        : finder.Is(at, "tonight") ? 1
        : 0;

    // "evening 6"; a clock of twelve hours alone has halves.
    private static bool? HalfBefore(FactFinder finder, int at, int minutes) =>
        finder.Is(at - 1, "morning", "afternoon", "evening") && finder.Tokens[at - 1].Stop == '\0'
            ? IsAfternoon(finder.Tokens[at - 1].Word, minutes)
            : null;

    // Night is what is left of the evening, and then the small hours.
    private static bool IsAfternoon(string part, int minutes) =>
        part is "night" or "tonight" ? minutes is >= 5 * 60 and < 12 * 60 : part != "morning";

    private static bool? HalfBehind(FactFinder finder, int minutes, ref int end)
    {
        if (finder.Is(end, "am", "pm"))
        {
            return finder.Is(end++, "pm");
        }

        if (PartOfDay(finder, end) is > 0 and var words)
        {
            end += words;
            return IsAfternoon(finder.Tokens[end - 1].Word, minutes);
        }

        return null;
    }
}
