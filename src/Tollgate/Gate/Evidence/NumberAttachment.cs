using Tollgate.Input;

namespace Tollgate.Gate.Evidence;

/// <summary>What came of joining a team's numbers to a side's evidence.</summary>
/// <param name="Evidence">With the numbers; null where there is an error.</param>
/// <param name="Errors">What is wrong; empty where there is evidence.</param>
internal sealed record NumberAttachment(SideEvidence? Evidence, IReadOnlyList<InputError> Errors);
