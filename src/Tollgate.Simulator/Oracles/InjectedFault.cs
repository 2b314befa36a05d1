namespace Tollgate.Simulator.Oracles;

/// <summary>A fault that was planted.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="What">What was done, for a person: the tool or the argument, and the words.</param>
internal sealed record InjectedFault(FaultKind Kind, string What);
