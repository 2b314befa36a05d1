namespace Tollgate.Sessions.Recognition;

/// <summary>What a caller says, cut into words; joined again it is the same text to the last space.</summary>
internal sealed class SaidUtterance
{
    private SaidUtterance(SaidWord[] words, string tail)
    {
        Words = words;
        Tail = tail;
    }

    public IReadOnlyList<SaidWord> Words { get; }

    /// <summary>What stands behind the last word and its punctuation.</summary>
    public string Tail { get; }

    public static SaidUtterance Parse(string said, IReadOnlyList<string> entities)
    {
        var pieces = Pieces(said, out var tail);
        var keys = pieces.ConvertAll(piece => piece.Key);
        var entity = MarkEntities(keys, entities);
        var words = new SaidWord[pieces.Count];
        for (var i = 0; i < words.Length; i++)
        {
            var (before, written, after, key) = pieces[i];
            words[i] = new SaidWord(
                before, written, after, key,
                WordClasses.Of(keys, i, written, i == 0 || EndsSentence(pieces[i - 1].After), entity[i]),
                entity[i], WordClasses.IsNamedLetter(keys, i));
        }

        return new SaidUtterance(words, tail);
    }

    /// <summary>Whether the punctuation ends a sentence.</summary>
    public static bool EndsSentence(string after) => after.AsSpan().IndexOfAny('.', '?', '!') >= 0;

    private static List<(string Before, string Written, string After, string Key)> Pieces(string said, out string tail)
    {
        var pieces = new List<(string, string, string, string)>();
        var before = 0;
        for (var at = 0; at < said.Length;)
        {
            if (char.IsWhiteSpace(said[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < said.Length && !char.IsWhiteSpace(said[end]))
            {
                end++;
            }

            var (first, last) = Core(said, at, end);
            if (first < last)
            {
                var core = said[first..last];
                pieces.Add((said[before..first], core, said[last..end], WordAlignment.Key(core)));
                before = end;
            }

            at = end;
        }

        tail = said[before..];
        return pieces;
    }

    // From the first letter or digit to the last; a token without any is punctuation and belongs to what follows it.
    private static (int First, int Last) Core(string said, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(said[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(said[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    private static bool[] MarkEntities(List<string> keys, IReadOnlyList<string> entities)
    {
        var marked = new bool[keys.Count];
        foreach (var entity in entities)
        {
            var wanted = WordAlignment.Words(entity);
            for (var i = 0; wanted.Count > 0 && i + wanted.Count <= keys.Count; i++)
            {
                var same = 0;
                while (same < wanted.Count && keys[i + same] == wanted[same])
                {
                    same++;
                }

                if (same == wanted.Count)
                {
                    marked.AsSpan(i, same).Fill(true);
                }
            }
        }

        return marked;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var word in Words)
        {
            text.Append(word.Before).Append(word.Written).Append(word.After);
        }

        return text.Append(Tail).ToString();
    }
}
