using Tollgate.Language.Words;

namespace Tollgate.Language.Facts;

/// <summary>Finds the facts of one text. What one rule has taken, the rules behind it leave alone.</summary>
internal sealed class FactFinder(List<Token> tokens, DateTime now, bool isData)
{
    private readonly bool[] taken = new bool[tokens.Count];

    public List<Token> Tokens => tokens;

    public DateTime Now => now;

    /// <summary>It is a tool's answer and no speech: its clock has 24 hours.</summary>
    public bool IsData => isData;

    public List<Fact> Facts { get; } = [];

    public static List<Fact> Find(List<Token> tokens, DateTime now, bool isData)
    {
        var finder = new FactFinder(tokens, now, isData);
        EmailRule.Find(finder);
        DateRule.Find(finder);
        TimeRule.Find(finder);
        AmountRule.Find(finder);
        PhoneRule.Find(finder);
        CodeRule.Find(finder);
        NameRule.Find(finder);
        return finder.Facts;
    }

    public bool IsFree(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (taken[i])
            {
                return false;
            }
        }

        return true;
    }

    public void Add(FactKind kind, string value, int start, int end)
    {
        Facts.Add(new Fact(kind, value, start, end));
        taken.AsSpan(start, end - start).Fill(true);
    }

    public bool Is(int at, params ReadOnlySpan<string> words)
    {
        if (at < 0 || at >= tokens.Count)
        {
            return false;
        }

        foreach (var word in words)
        {
            if (tokens[at].Word == word)
            {
                return true;
            }
        }

        return false;
    }
}
