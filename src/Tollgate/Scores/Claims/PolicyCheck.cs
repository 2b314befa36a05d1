using Tollgate.Language;

namespace Tollgate.Scores.Claims;

/// <summary>Holds how things are done against the sentences that the agents were told.</summary>
internal sealed class PolicyCheck(Knowledge known)
{
    private const int MinFlipped = 2;
    private const int MinMisplaced = 3;

    private readonly List<ToldRule> clauses = [];
    private readonly List<ToldRule> pieces = [];

    /// <summary>An agent was told this.</summary>
    public void Tell(string text)
    {
        clauses.AddRange(ToldRule.Of(text, known.Now, byPiece: false));
        pieces.AddRange(ToldRule.Of(text, known.Now, byPiece: true));
    }

    public void Judge(Sentence sentence, List<Claim> claims)
    {
        var isOwn = sentence.Is(0, "i") || claims.Exists(claim => claim.Sentence == sentence.Text
            && claim.Kind is ClaimKind.Absence or ClaimKind.Refusal);
        var rule = (isOwn ? [] : ToldRule.Of(sentence, byPiece: true)).Select(Flipped).FirstOrDefault(static one => one is not null)
            ?? ToldRule.Of(sentence, byPiece: false).Select(Misplaced).FirstOrDefault(static one => one is not null);
        if (rule is not null)
        {
            claims.Add(new Claim(
                sentence.Text, ClaimKind.Policy, ClaimOutcome.Contradicted, sentence.Text, $"The agents were told \"{rule.Words}\"."));
        }
    }

    // "Pets never need permission", and pets need one; "you can read me your card number", and none is taken.
    private ToldRule? Flipped(ToldRule said) => said.Limits ? null
        : pieces.Find(rule => !rule.Limits && said.Shared(rule) >= MinFlipped
            && said.Stems.All(stem => rule.Stems.Contains(stem) || NoveltyCheck.Common.Contains(stem))
            && rule.Denied.Count + said.Denied.Count == 1 && (Denies(rule, said) || Denies(said, rule)));

    private static bool Denies(ToldRule one, ToldRule other) => one.Denied.Any(other.Stems.Contains);

    // "Three hours free in the garage": of that there are two, and three stand elsewhere.
    private ToldRule? Misplaced(ToldRule said)
    {
        foreach (var quantity in said.Quantities)
        {
            if (quantity.Unit.Length == 0 || quantity.Values.Any(value => known.Answers.Numbers.Contains((value, quantity.Unit))
                || known.Said.Numbers.Contains((value, quantity.Unit)) || known.Answers.Numbers.Contains((value, ""))))
            {
                continue;
            }

            var own = clauses.Where(rule => Holds(rule, quantity)).Select(rule => Specific(said, rule)).DefaultIfEmpty(0).Max();
            if (own == 0 && clauses.Where(rule => !Holds(rule, quantity) && rule.Quantities.Exists(one => one.Unit == quantity.Unit))
                .MaxBy(rule => Specific(said, rule)) is { } other && Specific(said, other) >= MinMisplaced)
            {
                return other;
            }
        }

        return null;
    }

    private static bool Holds(ToldRule rule, Quantity quantity) =>
        rule.Quantities.Exists(one => one.Values.Any(quantity.Values.Contains));

    private static int Specific(ToldRule said, ToldRule rule) => said.Stems.Count(stem =>
        rule.Stems.Contains(stem) && !NoveltyCheck.Common.Contains(stem) && QuantityRule.UnitOf(stem) is null);
}
