using Tollgate.Statistics;

namespace Tollgate.Sessions.Recognition;

/// <summary>Chooses the words that are heard in the place of others.</summary>
internal static class Mishearing
{
    private static readonly string[] SmallWords =
    [
        "the", "a", "and", "to", "i", "it", "in", "is", "of", "you", "for", "on", "that", "uh", "um", "at", "this", "my",
        "me", "with", "so", "are", "what", "be", "have",
    ];

    // Words that run together into one are heard by their beginning.
    private const int MaxJoined = 8;

    /// <summary>The words heard in a run; none of them is one of those said there, or right beside it.</summary>
    public static string[] Hear(IReadOnlyList<SaidWord> words, ErrorRun run, RandomStream random)
    {
        if (run.Heard == 0)
        {
            return [];
        }

        bool Allowed(string key) => IsNew(words, run, key);
        if (run.Said == 0)
        {
            return Fill(run.Heard, random, Allowed);
        }

        var groups = Share(words, run, random);
        var heard = new string[run.Heard];
        var at = 0;
        foreach (var (first, count, into) in groups)
        {
            foreach (var word in Group(words, first, count, into, random, Allowed))
            {
                heard[at++] = word;
            }
        }

        return heard;
    }

    /// <summary>Another word for one, as when a hypothesis is not settled.</summary>
    public static string Confuse(SaidWord word, RandomStream random, Predicate<string> allowed)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            var special = word.Class == WordClass.Name && random.NextDouble() < 0.35
                ? NameSpelling.Change(word.Key, random)
                : SpecialWords.Confuse(word, random);
            if (special is null)
            {
                break;
            }

            // "double you" is two words: what is heard for one is one here.
            if (!special.Contains(' ') && allowed(WordAlignment.Key(special)))
            {
                return special;
            }
        }

        return Nearest(Vocabulary.Shared.Pronounce(word.Key), random, allowed);
    }

    // Which of the words said become which of those heard: (first, how many, into how many).
    private static List<(int First, int Count, int Into)> Share(
        IReadOnlyList<SaidWord> words, ErrorRun run, RandomStream random)
    {
        var groups = new List<(int First, int Count, int Into)>();
        for (var i = 0; i < run.Said; i++)
        {
            groups.Add((run.At + i, 1, 1));
        }

        // Words run together, or the smaller of two neighbours is lost: the group of both becomes one.
        while (groups.Count > run.Heard)
        {
            var at = random.Next(groups.Count - 1);
            var (first, count, _) = groups[at];
            groups[at] = (first, count + groups[at + 1].Count, 1);
            groups.RemoveAt(at + 1);
        }

        // A long word falls apart.
        for (var more = run.Heard - run.Said; more > 0; more--)
        {
            var at = 0;
            for (var i = 1; i < groups.Count; i++)
            {
                at = PartLength(words, groups[i]) > PartLength(words, groups[at]) ? i : at;
            }

            groups[at] = groups[at] with { Into = groups[at].Into + 1 };
        }

        return groups;
    }

    private static double PartLength(IReadOnlyList<SaidWord> words, (int First, int Count, int Into) group) =>
        (double)words[group.First].Key.Length / group.Into;

    private static IEnumerable<string> Group(
        IReadOnlyList<SaidWord> words, int first, int count, int into, RandomStream random, Predicate<string> allowed)
    {
        if (into > 1)
        {
            return SpecialWords.Part(words[first].Key, into, random) ?? Split(words[first].Key, into, random, allowed);
        }

        if (count == 1)
        {
            return [Confuse(words[first], random, allowed)];
        }

        var longest = first;
        for (var i = first + 1; i < first + count; i++)
        {
            longest = words[i].Key.Length > words[longest].Key.Length ? i : longest;
        }

        if (random.NextDouble() < 0.5)
        {
            return [Confuse(words[longest], random, allowed)];
        }

        var joined = new List<byte>();
        for (var i = first; i < first + count; i++)
        {
            joined.AddRange(Vocabulary.Shared.Pronounce(words[i].Key));
        }

        return [Nearest([.. joined.Take(MaxJoined)], random, allowed)];
    }

    private static string[] Split(string key, int into, RandomStream random, Predicate<string> allowed)
    {
        var phones = Vocabulary.Shared.Pronounce(key);
        if (phones.Length < 2 * into)
        {
            // Too short to fall apart: a small word joins what it was taken for.
            var filled = Fill(into, random, allowed);
            filled[random.Next(into)] = Nearest(phones, random, allowed);
            return filled;
        }

        var parts = new string[into];
        var from = 0;
        for (var i = 0; i < into; i++)
        {
            var to = i == into - 1 ? phones.Length : Cut(phones, from, into - i, random);
            parts[i] = Nearest(phones.AsSpan(from, to - from), random, allowed);
            from = to;
        }

        return parts;
    }

    // Before a consonant that begins a syllable, where there is one near the place that parts the rest evenly.
    private static int Cut(byte[] phones, int from, int parts, RandomStream random)
    {
        var even = from + Math.Max(1, ((phones.Length - from) / parts) + random.Next(2));
        even = Math.Min(even, phones.Length - (parts - 1));
        for (var at = even; at < Math.Min(even + 2, phones.Length - (parts - 1)); at++)
        {
            if (!Phones.IsVowel(phones[at]) && Phones.IsVowel(phones[at + 1]))
            {
                return at;
            }
        }

        return even;
    }

    private static string Nearest(ReadOnlySpan<byte> phones, RandomStream random, Predicate<string> allowed) =>
        SoundNeighbours.Shared.Draw(phones, random, allowed) ?? Fill(1, random, allowed)[0];

    private static string[] Fill(int count, RandomStream random, Predicate<string> allowed)
    {
        var filled = new string[count];
        for (var i = 0; i < count; i++)
        {
            // The commoner ones stand first: the smaller of two draws. Of so many words one is always allowed.
            var at = Math.Min(random.Next(SmallWords.Length), random.Next(SmallWords.Length));
            while (!allowed(SmallWords[at]))
            {
                at = (at + 1) % SmallWords.Length;
            }

            filled[i] = SmallWords[at];
        }

        return filled;
    }

    private static bool IsNew(IReadOnlyList<SaidWord> words, ErrorRun run, string key)
    {
        var last = Math.Min(words.Count - 1, run.At + run.Said);
        for (var i = Math.Max(0, run.At - 1); i <= last; i++)
        {
            if (words[i].Key == key)
            {
                return false;
            }
        }

        return key.Length > 0;
    }
}
