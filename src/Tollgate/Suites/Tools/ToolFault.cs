namespace Tollgate.Suites.Tools;

/// <summary>A fault that a brief has in store.</summary>
/// <param name="Tool">Whose calls it befalls.</param>
/// <param name="Kind">What befalls them.</param>
/// <param name="Times">How many calls from the step on; 1 or more.</param>
public sealed record ToolFault(string Tool, ToolFaultKind Kind, int Times);
