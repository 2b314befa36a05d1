namespace Tollgate.Load.Schedules;

/// <summary>
/// Every departure of a schedule goes to every target, on time whatever the answers do: what a slow answer holds up
/// shows as waiting and is not left out (coordinated omission).
/// </summary>
/// <param name="Schedule">When they leave.</param>
internal sealed record OpenLoop(ISchedule Schedule) : LoadMode;
