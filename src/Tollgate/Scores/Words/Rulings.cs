using Tollgate.Scores.Claims.World;
using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Scores.Words;

/// <summary>Lets the rulings of a transcript decide what the rules left undecided, and nothing else.</summary>
internal static class Rulings
{
    /// <summary>The undecided claims become what was ruled of their sentences.</summary>
    public static void Apply(IEnumerable<Segment> segments, IReadOnlyList<Ruling> rulings)
    {
        if (rulings.Count == 0)
        {
            return;
        }

        var bySentence = rulings.GroupBy(static one => (one.Entry, one.Sentence))
            .ToDictionary(static group => group.Key, static group => group.Last());
        foreach (var words in segments.SelectMany(static segment => segment.Words))
        {
            var claims = words.Spoken.Claims;
            for (var i = 0; i < claims.Count; i++)
            {
                if (claims[i].Outcome == ClaimOutcome.Undecided
                    && bySentence.TryGetValue((words.Entry, claims[i].Sentence), out var ruling))
                {
                    claims[i] = Ruled(claims[i], ruling);
                }
            }
        }
    }

    /// <summary>The sentences that are still undecided, each once, in order.</summary>
    public static IReadOnlyList<OpenClaim> Open(IEnumerable<Segment> segments) =>
    [
        .. segments.Where(static segment => !segment.AnswersMissing).SelectMany(static segment => segment.Words)
            .SelectMany(static words => words.Spoken.Claims
                .Where(static claim => claim.Outcome == ClaimOutcome.Undecided)
                .Select(claim => new OpenClaim(words.Entry, words.Turn, claim.Sentence)))
            .Distinct(),
    ];

    private static Claim Ruled(Claim claim, Ruling ruling) => claim with
    {
        Outcome = ruling.Says switch
        {
            RulingKind.Grounded => ClaimOutcome.Grounded,
            RulingKind.Invented when claim.Kind == ClaimKind.Action => ClaimOutcome.DoneWithoutCall,
            RulingKind.Invented => ClaimOutcome.Invented,
            RulingKind.Contradicted => ClaimOutcome.Contradicted,
            _ => ClaimOutcome.Undecided,
        },
        Why = $"{ruling.Model} ruled that it {(ruling.Says == RulingKind.Contradicted ? "contradicts what is known" : "stands nowhere")}.",
    };
}
