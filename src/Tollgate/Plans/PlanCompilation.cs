using Tollgate.Input;
using Tollgate.Load;

namespace Tollgate.Plans;

/// <summary>
/// What came of making a load of a plan: the load, or everything that is wrong with the files that it needs.
/// </summary>
/// <param name="Settings">The load; null where there are errors.</param>
/// <param name="Errors">Empty where there is a load.</param>
internal sealed record PlanCompilation(LoadSettings? Settings, IReadOnlyList<InputError> Errors);
