using Tollgate.Language;
using Tollgate.Language.Words;

namespace Tollgate.Scores.Claims.World;

/// <summary>A clause of what the agents were told, or of what one says, as the one is held against the other.</summary>
internal sealed class ToldRule
{
    private static readonly HashSet<string> Limiting = ["only", "unless", "except", "without", "until", "before", "if", "more", "another", "other"];

    private ToldRule(Sentence sentence, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Language.Words.Stems.IsContent(sentence.Tokens[i].Word))
            {
                stems.Add(sentence.Stems[i]);
            }

            Limits |= Limiting.Contains(sentence.Tokens[i].Word);
            if (IsNo(sentence.Tokens[i].Word))
            {
                var next = i + 1;
                while (next < end && !Language.Words.Stems.IsContent(sentence.Tokens[next].Word))
                {
                    next++;
                }

                denied.Add(next < end && next <= i + Reach ? sentence.Stems[next] : "");
            }
        }

        Quantities = [.. sentence.Quantities.Where(one => one.Start >= start && one.End <= end)];
        Words = string.Join(' ', sentence.Tokens.Skip(start).Take(end - start).Select(static one => one.Word));
    }

    private const int Reach = 4;

    private readonly HashSet<string> stems = new(StringComparer.Ordinal);
    private readonly HashSet<string> denied = new(StringComparer.Ordinal);

    /// <summary>The stems of its content words.</summary>
    public IReadOnlySet<string> Stems => stems;

    public List<Quantity> Quantities { get; }

    /// <summary>What stands behind each "not", "never" or "no"; empty for what is no content.</summary>
    public IReadOnlySet<string> Denied => denied;

    /// <summary>It says "only" or "unless".</summary>
    public bool Limits { get; }

    public string Words { get; }

    /// <summary>The clauses of a text, in their order, and where they are asked for by piece the parts between
    /// commas.</summary>
    public static IEnumerable<ToldRule> Of(string text, DateTime now, bool byPiece) =>
        Sentence.Of(text, now).SelectMany(sentence => Of(sentence, byPiece));

    /// <summary>The same for one sentence, without what is only asked.</summary>
    public static IEnumerable<ToldRule> Of(Sentence sentence, bool byPiece)
    {
        foreach (var clause in sentence.Speech.Clauses.Where(static one => one.Mood != Mood.Question))
        {
            var start = clause.Start;
            for (var i = clause.Start; i < clause.End; i++)
            {
                if (i == clause.End - 1 || (byPiece && sentence.Tokens[i].Stop != '\0'))
                {
                    yield return new ToldRule(sentence, start, i + 1);
                    start = i + 1;
                }
            }
        }
    }

    /// <summary>How many content words they share.</summary>
    public int Shared(ToldRule other) => stems.Count(other.stems.Contains);

    private static bool IsNo(string word) => word is "not" or "never" or "no" or "cannot"
        || word.EndsWith("n't", StringComparison.Ordinal);
}
