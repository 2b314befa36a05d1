using Tollgate.Language;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>Holds how things are done against the sentences that the agents were told.</summary>
internal sealed class PolicyCheck(Knowledge known)
{
    private const int MinFlipped = 2;
    private const int MinMisplaced = 3;
    private const int MinBare = 5;

    private readonly List<ToldRule> clauses = [];

    private List<ToldRule> Pieces => known.Rules;

    /// <summary>An agent was told this: the same text by clauses and by smaller pieces.</summary>
    public void Tell(IEnumerable<ToldRule> byClause, IEnumerable<ToldRule> byPiece)
    {
        clauses.AddRange(byClause);
        Pieces.AddRange(byPiece);
    }

    public void Judge(Sentence sentence, List<Claim> claims)
    {
        var isOwn = sentence.Is(0, "i") || claims.Exists(claim => claim.Sentence == sentence.Text
            && claim.Kind is ClaimKind.Absence or ClaimKind.Refusal);
        var rule = (isOwn ? [] : ToldRule.Of(sentence, byPiece: true)).Select(said =>
            Flipped(said) ?? Charged(said)).FirstOrDefault(static one => one is not null)
            ?? ToldRule.Of(sentence, byPiece: false).Select(Misplaced).FirstOrDefault(static one => one is not null);
        if (rule is not null)
        {
            claims.Add(new Claim(
                sentence.Text, ClaimKind.Policy, ClaimOutcome.Contradicted, sentence.Text, $"The agents were told \"{rule.Words}\"."));
        }
    }

    // "Pets never need permission", and pets need one; "you can read me your card number", and none is taken.
    private ToldRule? Flipped(ToldRule said) => said.Limits ? null
        : Pieces.Find(rule => !rule.Limits && rule.Denied.Count + said.Denied.Count == 1
            && said.Shared(rule) >= MinFlipped
            && said.Stems.All(stem => rule.Stems.Contains(stem) || NoveltyCheck.Common.Contains(stem))
            && (Denies(rule, said) || Denies(said, rule)));

    private static bool Denies(ToldRule one, ToldRule other) => one.Denied.Any(other.Stems.Contains);

    // "Three hours free in the garage": of that there are two, and three stand elsewhere.
    private ToldRule? Misplaced(ToldRule said)
    {
        foreach (var quantity in said.Quantities)
        {
            if (quantity.Unit.Length == 0 || quantity.Values.Any(value => known.Answers.Numbers.Contains((value,
                quantity.Unit))
                || known.Said.Numbers.Contains((value, quantity.Unit)) || (value >= MinBare
                    && known.Answers.Numbers.Contains((value, "")))))
            {
                continue;
            }

            var own = clauses.Where(rule => Holds(rule, quantity)).Select(rule => Specific(said,
                rule)).DefaultIfEmpty(0).Max();
            if (own == 0 && clauses.Where(rule => !Holds(rule, quantity)
                && rule.Quantities.Exists(one => IsSameUnit(one, quantity)))
                .MaxBy(rule => Specific(said, rule)) is { } other
                && Specific(said, other) >= (said.Words.Contains(" within ", StringComparison.Ordinal)
                    && other.Words.Contains(" within ", StringComparison.Ordinal) ? MinMisplaced - 1 : MinMisplaced))
            {
                return other;
            }
        }

        return null;
    }

    private static bool Holds(ToldRule rule, Quantity quantity) =>
        rule.Quantities.Exists(one => one.Values.Any(quantity.Values.Contains));

    private static bool IsSameUnit(Quantity one, Quantity other) => one.Unit == other.Unit
        || (one.Unit is Quantity.Minutes or Quantity.Months && other.Unit is Quantity.Minutes or Quantity.Months);

    // "When you cancel now we take half the price", and cancelling is free.
    private ToldRule? Charged(ToldRule said) => !said.Stems.Any(Costs.Contains) || said.Denied.Count > 0
        || said.Stems.Any(Free.Contains) ? null
        : Pieces.Find(rule => rule.Stems.Any(Free.Contains) && said.Stems.Any(stem => rule.Stems.Contains(stem)
            && ActWords.Of(stem) is not (ActionKinds.None or ActionKinds.Pay) && !Costs.Contains(stem)));

    private static readonly HashSet<string> Costs = [.. "fee charge pay price cost percent penalty deduct".Split(' ').Select(Stems.Of)];

    private static readonly HashSet<string> Free = [.. "free".Split(' ').Select(Stems.Of)];

    private static int Specific(ToldRule said, ToldRule rule) => said.Stems.Count(stem =>
        rule.Stems.Contains(stem) && !NoveltyCheck.Common.Contains(stem) && QuantityRule.UnitOf(stem) is null);
}
