using Tollgate.Transcripts;

namespace Tollgate.Results;

/// <summary>What a model ruled of the sentences that the rules could not judge.</summary>
/// <param name="Model">The model.</param>
/// <param name="Grounded">Sentences that it took for grounded.</param>
/// <param name="Invented">Sentences that it took for invented.</param>
/// <param name="Contradicted">Sentences that it took for contradicted.</param>
/// <param name="Undecided">Sentences that it left open, or gave no answer to that can be read.</param>
internal sealed record RulingTally(string Model, long Grounded, long Invented, long Contradicted, long Undecided)
{
    /// <summary>Null where nobody ruled.</summary>
    internal static RulingTally? Of(IEnumerable<Transcript> transcripts)
    {
        var rulings = transcripts.SelectMany(static one => one.Rulings).ToList();
        return rulings.Count == 0 ? null : new RulingTally(
            rulings[0].Model, Count(RulingKind.Grounded), Count(RulingKind.Invented), Count(RulingKind.Contradicted),
            Count(RulingKind.Undecided));

        long Count(RulingKind kind) => rulings.LongCount(one => one.Says == kind);
    }
}
