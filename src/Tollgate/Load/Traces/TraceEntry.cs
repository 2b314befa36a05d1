using Tollgate.Load.Prompts;

namespace Tollgate.Load.Traces;

/// <summary>One request of a trace.</summary>
/// <param name="OffsetNs">Nanoseconds after the trace's first request, or after the start of its window.</param>
/// <param name="Size">The tokens that went in and came out.</param>
internal readonly record struct TraceEntry(long OffsetNs, PromptSize Size);
