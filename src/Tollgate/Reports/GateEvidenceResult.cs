using Tollgate.Gate;

namespace Tollgate.Reports;

/// <summary>What came of reading one side's runs for the gate.</summary>
/// <param name="Evidence">Null where there is an error.</param>
/// <param name="Errors">Why there is none: whole sentences. Empty where there is evidence.</param>
/// <param name="Notes">What to bear in mind: whole sentences, such as how many sessions have no number.</param>
public sealed record GateEvidenceResult(
    Evidence? Evidence, IReadOnlyList<string> Errors, IReadOnlyList<string> Notes);
