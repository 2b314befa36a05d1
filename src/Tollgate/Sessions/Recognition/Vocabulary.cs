using System.Collections.Frozen;

namespace Tollgate.Sessions.Recognition;

/// <summary>
/// The words that can be heard instead of others, with their pronunciations and how common they are. Read once from the
/// assembly; immutable.
/// </summary>
internal sealed class Vocabulary
{
    private static readonly string[] Digits =
        ["oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private static readonly Lazy<Vocabulary> Read = new(() => new Vocabulary());

    private readonly FrozenDictionary<string, byte[]> pronunciations;
    private readonly FrozenDictionary<string, Entry> entries;
    private readonly LetterToSound rules;

    private Vocabulary()
    {
        pronunciations = Lines("pronunciations").Select(line => line.Split(' ', 2))
            .ToFrozenDictionary(parts => WordAlignment.Key(parts[0]), parts => Phones.Parse(parts[1]));
        rules = LetterToSound.Parse(Lines("letter-to-sound"));
        var found = new Dictionary<string, Entry>();
        var section = "";
        foreach (var line in Lines("vocabulary"))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                section = line[2..];
                continue;
            }

            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                // The first section that names a word gives its class; later ones only add that it is a name too.
                var key = WordAlignment.Key(word);
                found[key] = found.TryGetValue(key, out var known)
                    ? known with { IsName = known.IsName || IsNames(section) }
                    : new Entry(word, Pronounce(word), section, IsNames(section), Commonness(section));
            }
        }

        entries = found.ToFrozenDictionary();
        Sounds = new SoundTrie(found.Values);
    }

    public static Vocabulary Shared => Read.Value;

    /// <summary>The words by their sound.</summary>
    public SoundTrie Sounds { get; }

    /// <summary>A word by its key, which has lower case letters and digits only.</summary>
    public Entry? Find(string key) => entries.GetValueOrDefault(key);

    /// <summary>The phones of a word in lower case; none for what has neither a to z nor 0 to 9.</summary>
    public byte[] Pronounce(string word)
    {
        if (pronunciations.TryGetValue(WordAlignment.Key(word), out var known))
        {
            return known;
        }

        if (!word.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return rules.Pronounce(word);
        }

        // Figures are said one by one.
        var phones = word.Where(char.IsAsciiDigit).SelectMany(figure => pronunciations[Digits[figure - '0']]);
        return [.. phones.Take(SoundTrie.MaxPhones)];
    }

    private static bool IsNames(string section) => section is "name" or "surname" or "place";

    private static double Commonness(string section) => section switch
    {
        "function" or "number" => 1,
        "common" or "calendar" => 0.8,
        "letters" => 0.3,
        "other" => 0.5,
        _ => 0.25,
    };

    private static IEnumerable<string> Lines(string name)
    {
        var assembly = typeof(Vocabulary).Assembly;
        using var resource = assembly.GetManifestResourceStream($"Tollgate.Sessions.Recognition.Words.{name}.txt")
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.txt.");
        using var reader = new StreamReader(resource);
        while (reader.ReadLine() is { } line)
        {
            // A remark has a space after its mark; a rule may begin with the mark itself.
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                yield return line;
            }
        }
    }

    /// <param name="Word">In lower case.</param>
    /// <param name="Phones">How it sounds.</param>
    /// <param name="Section">The section of the word list that names it first.</param>
    /// <param name="IsName">Whether it is a name of a person or a place, if perhaps another word as well.</param>
    /// <param name="Commonness">Between 0 and 1: a weight among words that sound alike.</param>
    internal sealed record Entry(string Word, byte[] Phones, string Section, bool IsName, double Commonness);
}
