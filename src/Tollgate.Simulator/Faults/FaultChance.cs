namespace Tollgate.Simulator.Faults;

/// <summary>A fault that some of the answers have.</summary>
/// <param name="Probability">The share of the requests that it befalls; 0 to 1.</param>
/// <param name="Injection">What happens to them, in place of <see cref="FaultPlan.Always"/>.</param>
internal readonly record struct FaultChance(double Probability, Injection Injection);
