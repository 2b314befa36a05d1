namespace Tollgate.Measures.Readings;

/// <summary>
/// Where a task's time went, in nanoseconds. The parts add up to the task's time exactly: each instant between the
/// first attempt's intended start and the last token belongs to one part.
/// </summary>
/// <param name="RetriesNs">
/// From the first attempt's intended start to the last attempt's: failed attempts and waits.
/// </param>
/// <param name="SendDelayNs">From the last attempt's intended start to its send; opening a connection is in it.</param>
/// <param name="FirstTokenNs">From its send to its first token.</param>
/// <param name="ReasoningNs">Between arrivals, where the later one is streamed reasoning.</param>
/// <param name="ToolNs">Between arrivals, where the later one writes a tool call.</param>
/// <param name="OutputNs">Between arrivals, where the later one is visible text.</param>
internal readonly record struct TaskParts(
    long RetriesNs, long SendDelayNs, long FirstTokenNs, long ReasoningNs, long ToolNs, long OutputNs)
{
    /// <summary>The task's time.</summary>
    public long TotalNs => RetriesNs + SendDelayNs + FirstTokenNs + StreamNs;

    /// <summary>From the first token to the last.</summary>
    public long StreamNs => ReasoningNs + ToolNs + OutputNs;

    public static TaskParts operator +(TaskParts a, TaskParts b) => new(
        a.RetriesNs + b.RetriesNs, a.SendDelayNs + b.SendDelayNs, a.FirstTokenNs + b.FirstTokenNs,
        a.ReasoningNs + b.ReasoningNs, a.ToolNs + b.ToolNs, a.OutputNs + b.OutputNs);
}
