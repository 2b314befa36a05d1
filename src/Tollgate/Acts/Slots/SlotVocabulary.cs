using Tollgate.Language.Facts;
using Tollgate.Language.Words;

namespace Tollgate.Acts.Slots;

/// <summary>
/// What an agent may ask for, by the words for it: everyday words such as "last name", and the suite's own, such as
/// <c>invoice_id</c> for "invoice number". Immutable and safe to share between threads.
/// </summary>
internal sealed class SlotVocabulary
{
    private const int MaxPhraseWords = 5;

    private static readonly HashSet<string> Generic =
        ["number", "code", "id", "name", "date", "day", "time", "text", "what", "ref", "kind", "status", "level",
            "half"];

    private readonly Dictionary<string, Entry> phrases = new(StringComparer.Ordinal);
    private readonly HashSet<string> openings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlotKind> kinds = new(StringComparer.Ordinal);
    private readonly List<(string Letters, int Digits, string Name)> shapes = [];

    private SlotVocabulary()
    {
        foreach (var (phrase, kind) in SlotWords.Everyday)
        {
            Enter(phrase, new Entry(kind, null));
        }
    }

    /// <summary>
    /// Everyday words, and the slots that tools' arguments stand for.
    /// </summary>
    /// <param name="arguments">
    /// Each argument's name, such as <c>invoice_id</c>, its description, such as "Such as INV-4471", and what its
    /// values are compared or written as (<c>code</c>, <c>phone</c>, <c>date</c>, <c>time</c>, <c>email</c>), or null.
    /// Where an argument comes twice, what its descriptions say is joined.
    /// </param>
    public static SlotVocabulary OfArguments(
        IEnumerable<(string Name, string? Description, string? Compare)> arguments)
    {
        var vocabulary = new SlotVocabulary();
        foreach (var (name, description, compare) in arguments)
        {
            var words = name.ToLowerInvariant().Split('_', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                continue;
            }

            var kind = SlotWords.KindOf(words, compare);
            vocabulary.kinds.TryAdd(name, kind);
            foreach (var phrase in SlotWords.PhrasesOf(words, kind, description is { Length: > 0 }))
            {
                vocabulary.Add(phrase, kind, name);
            }

            if (description is { Length: > 0 })
            {
                vocabulary.Describe(name, kind, description);
            }
        }

        return vocabulary;
    }

    /// <summary>
    /// The slots that the tokens name from <paramref name="start"/> on, in order; the longest words win.
    /// </summary>
    internal List<SlotMention> Find(List<Token> tokens, int start, int end)
    {
        var found = new List<SlotMention>();
        for (var i = start; i < end; i++)
        {
            if (At(tokens, i, end) is { } mention && !SlotWords.IsIdiom(tokens, mention))
            {
                found.Add(mention);
                i = mention.End - 1;
            }
        }

        return found;
    }

    /// <summary>The suite's name for a code of this shape, or null: <c>inv70610</c> is like <c>INV-4471</c>.</summary>
    internal string? NameOfShape(string code)
    {
        var letters = code.AsSpan().IndexOfAnyInRange('0', '9');
        if (letters < 0)
        {
            return null;
        }

        string? name = null;
        foreach (var shape in shapes)
        {
            if (shape.Digits == code.Length - letters && code.AsSpan(0, letters).SequenceEqual(shape.Letters))
            {
                if (name is not null && name != shape.Name)
                {
                    return null;
                }

                name = shape.Name;
            }
        }

        return name;
    }

    /// <summary>
    /// The suite's name for the one slot of this kind that it has; null where it has none or several.
    /// </summary>
    internal string? OnlyNameOf(SlotKind kind)
    {
        string? only = null;
        foreach (var (name, its) in kinds)
        {
            if (its == kind && kind != SlotKind.Other)
            {
                if (only is not null)
                {
                    return null;
                }

                only = name;
            }
        }

        return only;
    }

    private SlotMention? At(List<Token> tokens, int at, int end)
    {
        var phrase = "";
        SlotMention? longest = null;
        var last = openings.Contains(Plain(tokens[at].Word)) ? Math.Min(end, at + MaxPhraseWords) : at;
        for (var i = at; i < last; i++)
        {
            phrase += (i > at ? " " : "") + Plain(tokens[i].Word);
            if (phrases.TryGetValue(phrase, out var entry))
            {
                longest = new SlotMention(at, i + 1, entry.Kind, entry.Name);
            }

            if (tokens[i].Stop != '\0')
            {
                break;
            }
        }

        return longest ?? SlotWords.Numbered(tokens, at, end);
    }

    private static string Plain(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;

    private void Describe(string name, SlotKind kind, string description)
    {
        var tokens = Tokens.Of(description);
        var end = tokens.FindIndex(static token => token.Word is "such" or "as" or "where" or "from" or "true");
        var head = tokens.GetRange(0, end < 0 ? tokens.Count : end);
        while (head.Count > 0 && head[0].Word is "the" or "a" or "an")
        {
            head.RemoveAt(0);
        }

        if (head.Count is > 1 and <= MaxPhraseWords
            && !head.Exists(static token => token.Word is "how" or "and" or "or"))
        {
            Add(string.Join(' ', head.Select(static token => Plain(token.Word))), kind, name);
        }

        foreach (var token in tokens)
        {
            var form = kind == SlotKind.Code ? CodeRule.Form(token.Word) : "";
            var letters = form.AsSpan().IndexOfAnyInRange('0', '9');
            if (letters > 0 && form.AsSpan(letters).IndexOfAnyExceptInRange('0', '9') < 0)
            {
                shapes.Add((form[..letters], form.Length - letters, name));
            }
        }
    }

    // The suite's word wins over the everyday one, and its first argument over the later ones.
    private void Add(string phrase, SlotKind kind, string name)
    {
        if (Generic.Contains(phrase) || (phrases.TryGetValue(phrase, out var entry) && entry.Name is not null))
        {
            return;
        }

        Enter(phrase, new Entry(kind, name));
    }

    private void Enter(string phrase, Entry entry)
    {
        phrases[phrase] = entry;
        openings.Add(phrase.Split(' ')[0]);
    }

    private readonly record struct Entry(SlotKind Kind, string? Name);
}
