namespace Tollgate.Load.Traces;

/// <summary>What came of reading a trace: the trace, or why there is none. Exactly one of them is not null.</summary>
/// <param name="Error">The first thing that is wrong with the file.</param>
internal readonly record struct TraceResult(Trace? Trace, TraceError? Error);
