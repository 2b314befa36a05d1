using System.Collections.Frozen;

namespace Tollgate.Sessions.Recognition;

/// <summary>Tells the classes of words apart, and says how much harder than content words each is to hear.</summary>
internal static class WordClasses
{
    private static readonly FrozenSet<string> DigitWords = Set("zero oh one two three four five six seven eight nine");

    private static readonly FrozenSet<string> PartsOfDay = Set("am pm ampm");

    /// <summary>
    /// How often an error begins at a word of the class, content words being 1. The order is that of the synthetic
    /// telephone turns (shares wrong: number 8, calendar 12, function 18, content 21, digit 22, letter 58, name 75%),
    /// their spread between those of that old recogniser and of the real pairs.
    /// </summary>
    public static double Difficulty(WordClass kind) => kind switch
    {
        WordClass.Number => 0.55,
        WordClass.Calendar => 0.5,
        WordClass.Function => 0.9,
        WordClass.Digit => 1.05,
        WordClass.Letter => 3,
        WordClass.Name => 3,
        _ => 1,
    };

    public static bool IsDigitWord(string key) => DigitWords.Contains(key);

    /// <summary>
    /// Whether the letter at the place is followed by "as in" or "for" and a word that begins with it.
    /// </summary>
    public static bool IsNamedLetter(List<string> keys, int at) =>
        keys[at].Length == 1 && ((At(keys, at + 1) is "as" && At(keys, at + 2) is "in" && Begins(keys, at, at + 3))
            || (At(keys, at + 1) is "for" or "like" && Begins(keys, at, at + 2)));

    public static WordClass Of(List<string> keys, int at, string written, bool first, bool entity)
    {
        var key = keys[at];
        if (key.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
        {
            return OfFigures(key, keys, at);
        }

        if (key.Length == 1)
        {
            return IsLetter(keys, at, written) ? WordClass.Letter : WordClass.Function;
        }

        if (PartsOfDay.Contains(key) && IsTime(keys, at, written))
        {
            return WordClass.Calendar;
        }

        if (IsDigitWord(key) && (IsRowOfDigits(keys, at - 1) || IsRowOfDigits(keys, at + 1)))
        {
            return WordClass.Digit;
        }

        var entry = Vocabulary.Shared.Find(key);
        return entry?.Section switch
        {
            "number" => WordClass.Number,
            "calendar" => WordClass.Calendar,
            "function" => WordClass.Function,
            _ when key.Contains("teen") || key.StartsWith("twenty", StringComparison.Ordinal) => WordClass.Number,
            _ => IsName(entry, written, first, entity) ? WordClass.Name : WordClass.Content,
        };
    }

    private static WordClass OfFigures(string key, List<string> keys, int at)
    {
        var figures = key.Count(char.IsAsciiDigit);
        if (figures < key.Length)
        {
            return key[^1] is 't' or 'd' or 'h' or 'm' && figures <= 4 ? WordClass.Calendar : WordClass.Digit;
        }

        var inRow = IsRowOfDigits(keys, at - 1) || IsRowOfDigits(keys, at + 1);
        return figures > 4 || (figures == 1 && inRow) ? WordClass.Digit : WordClass.Number;
    }

    // A name is written large inside a sentence, and so is Doctor, which is none. In text without capitals the word
    // list must know it as nothing else.
    private static bool IsName(Vocabulary.Entry? entry, string written, bool first, bool entity) =>
        (char.IsUpper(written[0]) && !first && (entity || entry is null or { IsName: true }))
            || entry?.Section is "name" or "surname" or "place"
            || (entity && (entry is null || (entry.IsName && char.IsUpper(written[0]))));

    private static bool IsLetter(List<string> keys, int at, string written) => keys[at] switch
    {
        "a" or "i" => IsSingle(keys, at - 1) || IsSingle(keys, at + 1) || written == "A" || IsNamedLetter(keys, at),
        var key => char.IsLetter(key[0]),
    };

    private static bool IsTime(List<string> keys, int at, string written) =>
        written != "am" || (at > 0 && (IsRowOfDigits(keys, at - 1) || keys[at - 1][0] is >= '0' and <= '9'
            || keys[at - 1] is "oclock" or "ten" or "eleven" or "twelve" or "thirty" or "fifteen" or "fortyfive"));

    // "A" and "I" beside a letter are letters, unless that letter is the other one of the two: "I a".
    private static bool IsSingle(List<string> keys, int at) =>
        At(keys, at) is { Length: 1 } key && key is not ("a" or "i") && !char.IsAsciiDigit(key[0]);

    private static bool IsRowOfDigits(List<string> keys, int at) =>
        At(keys, at) is { } key && (IsDigitWord(key) || (key.Length == 1 && char.IsAsciiDigit(key[0])));

    private static bool Begins(List<string> keys, int letter, int word) => At(keys, word)?[0] == keys[letter][0];

    private static string? At(List<string> keys, int at) => at >= 0 && at < keys.Count ? keys[at] : null;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
