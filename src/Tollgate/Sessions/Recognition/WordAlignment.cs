namespace Tollgate.Sessions.Recognition;

/// <summary>
/// The words said against the words heard, aligned with the fewest substitutions, deletions and insertions
/// (Levenshtein). Lower case, punctuation dropped. Among alignments of equal cost, read from the end, a pair is taken
/// before a deletion and that before an insertion.
/// </summary>
internal sealed class WordAlignment
{
    private WordAlignment(IReadOnlyList<string> said, IReadOnlyList<string> heard, string steps)
    {
        Said = said;
        Heard = heard;
        Steps = steps;
    }

    public IReadOnlyList<string> Said { get; }

    public IReadOnlyList<string> Heard { get; }

    /// <summary>One letter a step: = the same, S substituted, D deleted, I inserted.</summary>
    public string Steps { get; }

    public int Errors => Steps.Length - Steps.Count(step => step == '=');

    /// <summary>Aligns two texts. Takes time and memory in proportion to the product of their lengths.</summary>
    public static WordAlignment Of(string said, string heard)
    {
        var (from, to) = (Words(said), Words(heard));
        var cost = new int[from.Count + 1, to.Count + 1];
        for (var i = 0; i <= from.Count; i++)
        {
            for (var j = 0; j <= to.Count; j++)
            {
                cost[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(
                        cost[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1),
                        Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
            }
        }

        return new WordAlignment(from, to, Trace(cost, from, to));
    }

    /// <summary>The words of a text as they are compared: lower case, letters and digits only.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (Key(text[at..end]) is { Length: > 0 } key)
            {
                words.Add(key);
            }

            at = end + 1;
        }

        return words;
    }

    /// <summary>One word as it is compared.</summary>
    public static string Key(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Trace(int[,] cost, List<string> from, List<string> to)
    {
        var (i, j) = (from.Count, to.Count);
        var steps = new char[i + j];
        var at = steps.Length;
        while (i > 0 || j > 0)
        {
            if (i > 0 && j > 0 && cost[i, j] == cost[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1))
            {
                i--;
                j--;
                steps[--at] = from[i] == to[j] ? '=' : 'S';
            }
            else if (i > 0 && cost[i, j] == cost[i - 1, j] + 1)
            {
                i--;
                steps[--at] = 'D';
            }
            else
            {
                j--;
                steps[--at] = 'I';
            }
        }

        return new string(steps, at, steps.Length - at);
    }
}
