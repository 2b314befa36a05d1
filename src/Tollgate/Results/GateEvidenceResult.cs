using Tollgate.Gate.Evidence;

namespace Tollgate.Results;

/// <summary>What came of reading one side's runs for the gate.</summary>
/// <param name="Evidence">Null where there is an error.</param>
/// <param name="Errors">Why there is none: whole sentences. Empty where there is evidence.</param>
internal sealed record GateEvidenceResult(SideEvidence? Evidence, IReadOnlyList<string> Errors);
