using System.Collections.Frozen;
using Tollgate.Statistics;

namespace Tollgate.Sessions.Recognition;

/// <summary>
/// What letters, figures, numbers and times are taken for: they have few rivals, and those are known.
/// </summary>
internal static class SpecialWords
{
    private static readonly string[] LetterGroups = ["bcdegptvz", "ahjk", "fsx", "mn", "iy", "quw", "lo", "r"];

    private static readonly FrozenDictionary<string, string[]> Rivals = new Dictionary<string, string[]>
    {
        ["zero"] = ["oh", "the", "o"],
        ["oh"] = ["zero", "know", "no", "four"],
        ["one"] = ["won", "nine", "on", "line"],
        ["two"] = ["to", "too", "three", "ten", "do"],
        ["three"] = ["free", "two", "the", "eight"],
        ["four"] = ["for", "five", "oh", "or"],
        ["five"] = ["nine", "fine", "four", "by"],
        ["six"] = ["sex", "sick", "fix", "eight"],
        ["seven"] = ["eleven", "several", "heaven"],
        ["eight"] = ["ate", "a", "three", "it", "h"],
        ["nine"] = ["five", "mine", "one", "line"],
        ["eleven"] = ["seven", "even"],
        ["ten"] = ["two", "then", "turn"],
        ["thirteen"] = ["thirty"],
        ["fourteen"] = ["forty"],
        ["fifteen"] = ["fifty"],
        ["sixteen"] = ["sixty"],
        ["seventeen"] = ["seventy"],
        ["eighteen"] = ["eighty"],
        ["nineteen"] = ["ninety"],
        ["thirty"] = ["thirteen", "dirty", "forty"],
        ["forty"] = ["fourteen", "thirty", "fourty"],
        ["fifty"] = ["fifteen", "sixty"],
        ["sixty"] = ["sixteen", "fifty"],
        ["seventy"] = ["seventeen", "seven"],
        ["eighty"] = ["eighteen", "eight"],
        ["ninety"] = ["nineteen", "nine"],
        ["am"] = ["pm"],
        ["pm"] = ["am"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, string[]> LetterWords = new Dictionary<char, string[]>
    {
        ['a'] = ["eight", "hey"],
        ['b'] = ["be", "bee"],
        ['c'] = ["see", "sea"],
        ['g'] = ["jee"],
        ['h'] = ["eight", "age"],
        ['i'] = ["eye"],
        ['j'] = ["jay"],
        ['k'] = ["okay", "kay"],
        ['l'] = ["el", "ill"],
        ['m'] = ["em", "am"],
        ['n'] = ["and", "in"],
        ['o'] = ["oh", "zero"],
        ['p'] = ["pee", "pea"],
        ['q'] = ["cue", "queue"],
        ['r'] = ["are", "our"],
        ['s'] = ["yes", "as"],
        ['t'] = ["tea", "tee"],
        ['u'] = ["you"],
        ['v'] = ["we"],
        ['w'] = ["double", "double you"],
        ['x'] = ["ex", "eggs"],
        ['y'] = ["why"],
        ['z'] = ["the"],
    }.ToFrozenDictionary();

    /// <summary>A rival of the word; null where it has none of its own kind.</summary>
    public static string? Confuse(SaidWord word, RandomStream random)
    {
        if (word.Class == WordClass.Letter)
        {
            return Letter(word.Key[0], random);
        }

        if (word.Key.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return Figures(word.Written, random);
        }

        if (word is { Class: WordClass.Calendar, Key: "am" or "pm" } && word.Written.Contains('.'))
        {
            return word.Key == "am" ? "p.m" : "a.m";
        }

        // Most of "twenty-five" is heard; one part of it is not.
        var hyphen = word.Written.IndexOf('-');
        if (word.Class == WordClass.Number && hyphen > 0)
        {
            var written = word.Written.ToLowerInvariant();
            var (tens, ones) = (written[..hyphen], written[(hyphen + 1)..]);
            return random.Next(2) == 0 && Rivals.TryGetValue(ones, out var unit)
                ? $"{tens}-{One(unit, random)}"
                : Rivals.TryGetValue(tens, out var ten) ? $"{One(ten, random)}-{ones}" : null;
        }

        return word.Class is WordClass.Digit or WordClass.Number or WordClass.Calendar
            && Rivals.TryGetValue(word.Key, out var rivals) ? One(rivals, random) : null;
    }

    private static string? Letter(char letter, RandomStream random)
    {
        if (random.NextDouble() < 0.3 && LetterWords.TryGetValue(letter, out var words))
        {
            return One(words, random);
        }

        var group = Array.Find(LetterGroups, one => one.Contains(letter));
        if (group is not { Length: > 1 })
        {
            return LetterWords.TryGetValue(letter, out var only) ? One(only, random) : null;
        }

        var at = random.Next(group.Length - 1);
        return group[at >= group.IndexOf(letter) ? at + 1 : at].ToString();
    }

    /// <summary>A row of figures heard with pauses: 5550142 as 555 0142. Null for what is not such a row.</summary>
    public static string[]? Part(string key, int into, RandomStream random)
    {
        if (key.Length < 2 * into || !key.All(char.IsAsciiDigit))
        {
            return null;
        }

        var parts = new string[into];
        for (var i = 0; i < into; i++)
        {
            // At least two figures for each part that is left.
            var length = i == into - 1 ? key.Length : random.Next(2, key.Length - (2 * (into - 1 - i)) + 1);
            (parts[i], key) = (key[..length], key[length..]);
        }

        return parts;
    }

    private static string Figures(string written, RandomStream random)
    {
        var figures = written.Where(char.IsAsciiDigit).Count();
        if (figures <= 2 && written.Length > figures && int.TryParse(written.AsSpan(0, figures), out var number))
        {
            return Ordinal(number, written[figures..], random);
        }

        if (figures == 2 && written.Length == 2 && random.NextDouble() < 0.6)
        {
            // 15 and 50 are one sound.
            if (written[0] == '1' && written[1] is >= '3')
            {
                return $"{written[1]}0";
            }

            if (written[1] == '0' && written[0] >= '3')
            {
                return $"1{written[0]}";
            }
        }

        // Of a row one is dropped, doubled or taken for another; a time or a price keeps its length.
        var places = Enumerable.Range(0, written.Length).Where(i => char.IsAsciiDigit(written[i])).ToList();
        var at = places[random.Next(places.Count)];
        var row = places.Count > 2 && places.Count == written.Length;
        var heard = random.NextDouble() switch
        {
            < 0.25 when row => written.Remove(at, 1),
            < 0.4 when row => written.Insert(at, written[at].ToString()),
            _ when written.Contains(':') && written[at] > '5' => $"{written[..at]}5{written[(at + 1)..]}",
            _ => $"{written[..at]}{Neighbour(written[at], random)}{written[(at + 1)..]}",
        };
        return heard.ToLowerInvariant();
    }

    // The 3rd for the 2nd, the 15th for the 5th or the 16th; "7pm" for "7am".
    private static string Ordinal(int number, string ending, RandomStream random)
    {
        var end = ending.ToLowerInvariant();
        if (end is "am" or "pm")
        {
            return $"{number}{(end == "am" ? "pm" : "am")}";
        }

        if (end is not ("st" or "nd" or "rd" or "th"))
        {
            return $"{number + 1}{end}";
        }

        var other = random.Next(3) switch
        {
            0 when number > 10 => number % 10,
            1 => number + 1,
            _ => number - 1,
        };
        other = Math.Max(1, other);
        return (other % 10) switch
        {
            1 when other != 11 => $"{other}st",
            2 when other != 12 => $"{other}nd",
            3 when other != 13 => $"{other}rd",
            _ => $"{other}th",
        };
    }

    private static char Neighbour(char figure, RandomStream random)
    {
        var rivals = figure switch
        {
            '0' => "48",
            '1' => "97",
            '2' => "38",
            '3' => "28",
            '4' => "50",
            '5' => "94",
            '6' => "83",
            '7' => "11",
            '8' => "32",
            _ => "51",
        };
        return rivals[random.Next(rivals.Length)];
    }

    private static string One(string[] words, RandomStream random) => words[random.Next(words.Length)];
}
