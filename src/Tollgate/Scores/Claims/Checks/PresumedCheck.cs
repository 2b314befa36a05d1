using System.Text.RegularExpressions;
using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>"Would that be the visit on Monday?": a question that brings in a record of which nobody has spoken.</summary>
internal sealed partial class PresumedCheck(Knowledge known, ValueCheck values)
{
    public void Judge(Sentence sentence, List<Claim> claims)
    {
        foreach (var clause in sentence.Speech.Clauses)
        {
            if (clause.Mood != Mood.Question || !BringsIn().IsMatch(clause.Words)
                || claims.Exists(static claim => claim.IsCharged))
            {
                continue;
            }

            var facts = sentence.Speech.Facts.Where(fact => fact.Start >= clause.Start && fact.End <= clause.End
                && fact.Kind is not (FactKind.Amount or FactKind.Email)).ToList();
            var held = facts.ConvertAll(fact => Holds(sentence, fact));
            if (held.Exists(static one => one == false) && !held.Exists(static one => one == true))
            {
                var fact = facts[held.IndexOf(false)];
                claims.Add(new Claim(
                    sentence.Text, ClaimKind.Status, ClaimOutcome.Invented, sentence.Words(fact.Start, fact.End),
                    "Nobody has spoken of it, and no tool has answered with it."));
            }
        }
    }

    // A day of the week alone is known everywhere.
    private bool? Holds(Sentence sentence, Fact fact) => fact.Kind switch
    {
        FactKind.Name => known.Answers.HasWord(fact.Value) || known.Said.HasWord(fact.Value)
            ? true : known.HasWord(fact.Value) ? null : false,
        FactKind.Date when fact.Value[0] == 'w' => null,
        _ => values.Holds(sentence, fact),
    };

    [GeneratedRegex(
        @"^(?:(?:and|so|oh|hmm|okay|let me check|right|well) )*(?:would|could|might|is|was) (?:that|it|this) (?:be |maybe |perhaps |possibly )*(?:the|your|[a-z]) ",
        RegexOptions.CultureInvariant)]
    private static partial Regex BringsIn();
}
