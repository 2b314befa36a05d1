using System.Text;

namespace Tollgate.Scores.Claims;

/// <summary>Words that an agent spoke: read once, with their facts and what each clause does with them.</summary>
internal sealed class Speech
{
    private static readonly HashSet<string> Openers =
    [
        "but", "and", "so", "though", "although", "however", "because", "yet", "plus", "then", "which", "still", "instead",
    ];

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
        var tokens = Claims.Tokens.Of(text);
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

            SplitSentence(tokens, sentence, end + 1, clauses);
            sentence = end + 1;
        }

        return clauses;
    }

    private static void SplitSentence(List<Token> tokens, int start, int end, List<Clause> clauses)
    {
        var asks = tokens[end - 1].Stop == '?';
        var first = clauses.Count;
        var from = start;
        for (var i = start + 1; i <= end; i++)
        {
            if (i == end || Parts(tokens, i, asks))
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

    private static bool Parts(List<Token> tokens, int i, bool asks)
    {
        var stop = tokens[i - 1].Stop;
        var word = tokens[i].Word;
        return stop is ';' or ':' or '-'
            || word is "but" or "however"
            || (stop == ',' && (Openers.Contains(word) || (asks && Moods.BeginsQuestion(word))))
            || (word == "and" && i + 1 < tokens.Count && Moods.BeginsStatement(tokens[i + 1].Word));
    }

    private static Clause Read(List<Token> tokens, int start, int end)
    {
        var words = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            words.Append(i > start ? " " : "").Append(tokens[i].Word);
        }

        var text = words.ToString();
        return new Clause(start, end, text, Moods.Of(text), Tagged: false);
    }
}
