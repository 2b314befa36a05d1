using Tollgate.Load.Prompts;

namespace Tollgate.Load.Schedules;

/// <summary>One instant of a schedule.</summary>
/// <param name="OffsetNs">Nanoseconds after the schedule's start, not negative.</param>
/// <param name="Size">
/// How long the prompt and the answer are to be; null leaves it to the source of the prompts.
/// </param>
internal readonly record struct Departure(long OffsetNs, PromptSize? Size);
