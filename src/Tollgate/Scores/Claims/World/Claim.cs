namespace Tollgate.Scores.Claims.World;

/// <summary>One thing that a sentence claims, and what became of it.</summary>
/// <param name="Sentence">The sentence as it was said.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Value">The words that claim it.</param>
/// <param name="Why">One sentence for a person.</param>
internal sealed record Claim(string Sentence, ClaimKind Kind, ClaimOutcome Outcome, string Value, string Why)
{
    /// <summary>The claim is false or rests on nothing.</summary>
    public bool IsCharged =>
        Outcome is ClaimOutcome.Invented or ClaimOutcome.Contradicted or ClaimOutcome.DoneWithoutCall;
}
