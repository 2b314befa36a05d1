namespace Tollgate.Sessions.Recognition;

/// <summary>
/// Spelling to sounds by rules with context, in the manner of H. S. Elovitz and others, "Automatic Translation of
/// English Text to Phonetics by Means of Letter-to-Sound Rules", NRL Report 7948, 1976. Letters beyond a to z have no
/// sound here.
/// </summary>
internal sealed class LetterToSound
{
    private readonly Rule[][] byLetter;

    private LetterToSound(Rule[][] byLetter) => this.byLetter = byLetter;

    public static LetterToSound Parse(IEnumerable<string> lines)
    {
        var rules = lines.Select(Rule.Parse).ToLookup(rule => rule.Letters[0]);
        return new LetterToSound([.. Enumerable.Range('a', 26).Select(letter => rules[(char)letter].ToArray())]);
    }

    /// <summary>The phones of a word in lower case.</summary>
    public byte[] Pronounce(string word)
    {
        var phones = new List<byte>();
        for (var at = 0; at < word.Length && phones.Count < SoundTrie.MaxPhones;)
        {
            at += word[at] is >= 'a' and <= 'z' ? Apply(word, at, phones) : 1;
        }

        return [.. phones];
    }

    private int Apply(string word, int at, List<byte> phones)
    {
        foreach (var rule in byLetter[word[at] - 'a'])
        {
            if (rule.Fits(word, at))
            {
                phones.AddRange(rule.Phones);
                return rule.Letters.Length;
            }
        }

        return 1;
    }

    private sealed record Rule(string Left, string Letters, string Right, byte[] Phones)
    {
        public static Rule Parse(string line)
        {
            var (open, close, equals) = (line.IndexOf('['), line.IndexOf(']'), line.LastIndexOf('='));
            return open >= 0 && close > open + 1 && equals > close
                ? new Rule(
                    line[..open], line[(open + 1)..close], line[(close + 1)..equals],
                    Recognition.Phones.Parse(line[(equals + 1)..]))
                : throw new FormatException($"'{line}' is not a rule: left[letters]right=PHONES.");
        }

        public bool Fits(string word, int at) =>
            word.AsSpan(at).StartsWith(Letters) && FitsLeft(word, at - 1)
                && FitsRight(word, at + Letters.Length);

        private bool FitsLeft(string word, int at)
        {
            for (var i = Left.Length - 1; i >= 0; i--)
            {
                switch (Left[i])
                {
                    case '#' when at >= 0 && Vowel(word[at]):
                        while (at >= 0 && Vowel(word[at]))
                        {
                            at--;
                        }

                        break;
                    case ':':
                        while (at >= 0 && Consonant(word[at]))
                        {
                            at--;
                        }

                        break;
                    case var symbol when One(symbol, at >= 0 ? word[at] : '_'):
                        at--;
                        break;
                    default:
                        return false;
                }
            }

            return true;
        }

        private bool FitsRight(string word, int at)
        {
            foreach (var symbol in Right)
            {
                switch (symbol)
                {
                    case '#' when at < word.Length && Vowel(word[at]):
                        while (at < word.Length && Vowel(word[at]))
                        {
                            at++;
                        }

                        break;
                    case ':':
                        while (at < word.Length && Consonant(word[at]))
                        {
                            at++;
                        }

                        break;
                    case '%':
                        return word[Math.Min(at, word.Length)..] is "er" or "e" or "es" or "ed" or "ing" or "ely"
                            or "ers";
                    case var _ when One(symbol, at < word.Length ? word[at] : '_'):
                        at++;
                        break;
                    default:
                        return false;
                }
            }

            return true;
        }

        private static bool One(char symbol, char letter) => symbol switch
        {
            '#' or '%' or ':' => false,
            '^' => Consonant(letter),
            '.' => "bdgjlmnrvwz".Contains(letter),
            '+' => letter is 'e' or 'i' or 'y',
            '&' => "scgzxj".Contains(letter),
            '@' => "tsrdlznj".Contains(letter),
            _ => symbol == letter,
        };

        private static bool Vowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

        private static bool Consonant(char letter) => letter is >= 'a' and <= 'z' && !Vowel(letter);
    }
}
