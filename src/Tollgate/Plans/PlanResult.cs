using Tollgate.Input;

namespace Tollgate.Plans;

/// <summary>What came of reading a plan: the plan, or everything that is wrong with it.</summary>
/// <param name="Plan">The plan; null where there are errors.</param>
/// <param name="Errors">In the order of the file; empty where there is a plan.</param>
internal sealed record PlanResult(Plan? Plan, IReadOnlyList<InputError> Errors);
