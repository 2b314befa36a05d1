using Tollgate.Language;
using Tollgate.Language.Words;

namespace Tollgate.Scores.Claims.World;

/// <summary>One sentence that an agent spoke, read once.</summary>
internal sealed class Sentence
{
    private static readonly HashSet<string> Abbreviations =
        ["dr", "mr", "mrs", "ms", "st", "prof", "no", "ext", "apt", "jr", "sr", "vs", "a.m", "p.m", "approx", "e.g", "i.e"];

    private Sentence(string text, Speech speech)
    {
        Text = text;
        Speech = speech;
        Stems = [.. speech.Tokens.Select(static token => Language.Words.Stems.Of(token.Word))];
        Quantities = QuantityRule.Read(speech.Tokens);
    }

    public string Text { get; }

    public Speech Speech { get; }

    public List<Token> Tokens => Speech.Tokens;

    /// <summary>The stem of each token.</summary>
    public List<string> Stems { get; }

    public List<Quantity> Quantities { get; }

    /// <summary>It only asks.</summary>
    public bool IsQuestion => Speech.Clauses.TrueForAll(static clause => clause.Mood == Mood.Question);

    public bool EndsAsQuestion => Tokens.Count > 0 && Tokens[^1].Stop == '?';

    /// <summary>Words that were read before, as if they were one sentence.</summary>
    public static Sentence Whole(string text, Speech speech) => new(text, speech);

    /// <summary>The sentences of a text, in their order; what holds no word is none.</summary>
    public static List<Sentence> Of(string text, DateTime now)
    {
        var sentences = new List<Sentence>();
        var bounded = text.Length > Language.Words.Tokens.MaxCharacters
            ? text[..Language.Words.Tokens.MaxCharacters]
            : text;
        var start = 0;
        for (var i = 0; i < bounded.Length; i++)
        {
            if (i == bounded.Length - 1 || (bounded[i] is '.' or '!' or '?' or '\u2026' && Ends(bounded, start, i)))
            {
                Add(bounded[start..(i + 1)].Trim(), now, sentences);
                start = i + 1;
            }
        }

        return sentences;
    }

    /// <summary>The words of some tokens, as they are shown.</summary>
    public string Words(int start, int end) =>
        string.Join(' ', Tokens.Skip(start).Take(end - start).Select(static one => one.Word));

    public bool Is(int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (NumberWords.Is(Tokens, at, word))
            {
                return true;
            }
        }

        return false;
    }

    public Clause ClauseAt(int token)
    {
        foreach (var clause in Speech.Clauses)
        {
            if (token < clause.End)
            {
                return clause;
            }
        }

        return Speech.Clauses[^1];
    }

    private static void Add(string text, DateTime now, List<Sentence> sentences)
    {
        if (text.Length > 0 && Speech.Of(text, now) is { Tokens.Count: > 0 } speech)
        {
            sentences.Add(new Sentence(text, speech));
        }
    }

    private static bool Ends(string text, int start, int i)
    {
        var next = i + 1;
        while (next < text.Length && text[next] is '"' or '\'' or ')' or '\u201D' or '.' or '!' or '?')
        {
            next++;
        }

        if (next < text.Length && !char.IsWhiteSpace(text[next]))
        {
            return false;
        }

        var word = i;
        while (word > start && !char.IsWhiteSpace(text[word - 1]))
        {
            word--;
        }

        return text[i] != '.' || !Abbreviations.Contains(text[word..i].ToLowerInvariant());
    }
}
