using Tollgate.Gate.Evidence;

namespace Tollgate.Workflows.Judging;

/// <summary>The evidence of the two sides.</summary>
internal sealed record JudgedSides(SideEvidence Baseline, SideEvidence Candidate);
