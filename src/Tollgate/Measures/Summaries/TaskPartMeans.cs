using Tollgate.Measures.Readings;

namespace Tollgate.Measures.Summaries;

/// <summary>Mean parts of a task's time, in milliseconds; they add up to <see cref="TotalMs"/>.</summary>
internal sealed record TaskPartMeans(
    double RetriesMs, double SendDelayMs, double FirstTokenMs, double ReasoningMs, double ToolMs, double OutputMs)
{
    public double TotalMs => RetriesMs + SendDelayMs + FirstTokenMs + ReasoningMs + ToolMs + OutputMs;

    internal static TaskPartMeans Of(TaskParts sum, long tasks) => new(
        Mean(sum.RetriesNs, tasks), Mean(sum.SendDelayNs, tasks), Mean(sum.FirstTokenNs, tasks),
        Mean(sum.ReasoningNs, tasks), Mean(sum.ToolNs, tasks), Mean(sum.OutputNs, tasks));

    private static double Mean(long sumNs, long tasks) => sumNs / 1e6 / tasks;
}
