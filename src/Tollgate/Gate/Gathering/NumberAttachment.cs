using Tollgate.Input;

namespace Tollgate.Gate.Gathering;

/// <summary>What came of joining a team's numbers to a side's evidence.</summary>
/// <param name="Evidence">With the numbers; null where there is an error.</param>
/// <param name="Errors">What is wrong; empty where there is evidence.</param>
public sealed record NumberAttachment(Evidence? Evidence, IReadOnlyList<InputError> Errors);
