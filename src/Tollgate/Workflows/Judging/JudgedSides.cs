using Tollgate.Gate;

namespace Tollgate.Workflows.Judging;

/// <summary>The evidence of the two sides.</summary>
internal sealed record JudgedSides(Evidence Baseline, Evidence Candidate);
