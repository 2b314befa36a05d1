using Tollgate.Language.Facts;
using Tollgate.Language.Words;

namespace Tollgate.Language;

/// <summary>Words that an agent spoke: read once, with their facts and what each clause does with them.</summary>
internal sealed class Speech
{
    private static readonly HashSet<string> Openers =
    [
        "but", "and", "so", "though", "although", "however", "because", "yet", "plus", "then", "which", "still", "instead",
    ];

    private const int MaxLetters = 40;

    private Speech(List<Token> tokens, List<Clause> clauses, List<Fact> facts)
    {
        Tokens = tokens;
        Clauses = clauses;
        Facts = facts;
    }

    public List<Token> Tokens { get; }

    public List<Clause> Clauses { get; }

    public List<Fact> Facts { get; }

    public static Speech Of(string text, DateTime now)
    {
        var tokens = Language.Words.Tokens.Of(text);
        return new Speech(tokens, Split(tokens), FactFinder.Find(tokens, now, isData: false));
    }

    public Clause ClauseOf(Fact fact)
    {
        foreach (var clause in Clauses)
        {
            if (fact.Start < clause.End)
            {
                return clause;
            }
        }

        return Clauses[^1];
    }

    private static List<Clause> Split(List<Token> tokens)
    {
        var clauses = new List<Clause>();
        var sentence = 0;
        while (sentence < tokens.Count)
        {
            var end = sentence;
            while (end < tokens.Count - 1 && !tokens[end].EndsSentence)
            {
                end++;
            }

            var before = clauses.Count;
            SplitSentence(tokens, sentence, end + 1, clauses);
            if (before > 0 && tokens[end].Stop == '?' && Moods.AsksWhich(clauses[before].Words))
            {
                TagSentenceBefore(tokens, clauses, before);
            }

            sentence = end + 1;
        }

        return clauses;
    }

    // "I have a Smyth. Is that you?"
    private static void TagSentenceBefore(List<Token> tokens, List<Clause> clauses, int before)
    {
        for (var i = before - 1; i >= 0; i--)
        {
            clauses[i] = clauses[i] with { Tagged = true };
            if (i > 0 && tokens[clauses[i - 1].End - 1].EndsSentence)
            {
                return;
            }
        }
    }

    private static void SplitSentence(List<Token> tokens, int start, int end, List<Clause> clauses)
    {
        var asks = tokens[end - 1].Stop == '?';
        var first = clauses.Count;
        var from = start;
        for (var i = start + 1; i <= end; i++)
        {
            if (i == end || Parts(tokens, from, i, asks))
            {
                clauses.Add(Read(tokens, from, i));
                from = i;
            }
        }

        if (!asks)
        {
            return;
        }

        // The question is the last clause; what stands before it is stated, unless it is asked as well.
        var last = clauses[^1];
        if (clauses.Count - first > 1 && TakesForGranted(tokens, last.Start))
        {
            return;
        }

        var tag = Moods.IsTag(last.Words);
        if (clauses.Count - first == 1 || !tag)
        {
            clauses[^1] = last with { Mood = Moods.EndsAsTag(last.Words) ? last.Mood : Mood.Question };
        }
        else
        {
            clauses[^1] = last with { Mood = Mood.Question };
        }

        for (var i = first; i < clauses.Count - 1; i++)
        {
            clauses[i] = clauses[i] with { Tagged = Moods.OffersAsQuestion(last.Words) };
        }
    }

    // "Did you know that ...": what follows is stated, although it is asked.
    private static bool TakesForGranted(List<Token> tokens, int i)
    {
        var that = NumberWords.Is(tokens, i - 1, "that") ? 1 : 0;
        var at = i - 1 - that;
        if (at < 2 || (that == 0 && tokens[i].Word is not ("your" or "you're" or "we" or "we've" or "i" or "i've")))
        {
            return false;
        }

        return tokens[at].Word switch
        {
            "know" or "remember" or "realize" or "realise" or "notice" or "hear" or "see" =>
                tokens[at - 1].Word == "you" && tokens[at - 2].Word is "did" or "do" or "didn't" or "don't",
            "aware" => tokens[at - 1].Word == "you" && tokens[at - 2].Word is "are" or "were",
            "right" or "okay" or "ok" or "fine" or "you" => that == 1 && at >= 3
                && (tokens[at].Word != "right" || tokens[at - 1].Word == "all")
                && (tokens[at].Word != "you" || tokens[at - 1].Word is "with" or "for")
                && Enumerable.Range(2, 4).Any(back => NumberWords.Is(tokens, at - back, "is")
                    && NumberWords.Is(tokens, at - back + 1, "it")),
            _ => false,
        };
    }

    private static bool GivesExample(List<Token> tokens, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (tokens[i].Word is "example" or "instance" or "e.g" or "such" or "like" or "say")
            {
                return true;
            }
        }

        return false;
    }

    private static bool Parts(List<Token> tokens, int start, int i, bool asks)
    {
        var stop = tokens[i - 1].Stop;
        var word = tokens[i].Word;
        return stop is ';' or ':' or '-'
            || word is "but" or "however"
            || (stop == ',' && (Openers.Contains(word) || (asks && Moods.BeginsQuestion(word))))
            || (stop == ',' && Moods.BeginsMainClause(word) && !GivesExample(tokens, start, i))
            || (word is "if" or "unless" && i - start > 1 && stop != ',' && !Moods.AsksWhether(tokens[i - 1].Word))
            || TakesForGranted(tokens, i)
            || (word == "and" && i + 1 < tokens.Count && Moods.BeginsStatement(tokens[i + 1].Word));
    }

    private static Clause Read(List<Token> tokens, int start, int end)
    {
        var words = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            // A word without an end would make each pattern read it again from each of its letters.
            var word = tokens[i].Word.AsSpan();
            words.Append(i > start ? " " : "").Append(word[..Math.Min(word.Length, MaxLetters)]);
        }

        var text = words.ToString();
        return new Clause(start, end, text, Moods.Of(text), Tagged: false);
    }
}
