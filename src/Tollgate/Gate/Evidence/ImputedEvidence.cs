namespace Tollgate.Gate.Evidence;

/// <summary>The evidence of both sides after what broken sessions left out was counted as wrong.</summary>
/// <param name="Baseline">The baseline's.</param>
/// <param name="Candidate">The candidate's.</param>
/// <param name="BaselineCharged">
/// By the score's name, how many trials the baseline was charged with; only scores of which there were any.
/// </param>
/// <param name="CandidateCharged">The same of the candidate.</param>
internal sealed record ImputedEvidence(
    SideEvidence Baseline, SideEvidence Candidate, IReadOnlyDictionary<string, double> BaselineCharged,
    IReadOnlyDictionary<string, double> CandidateCharged);
