using Tollgate.Exchanges;

namespace Tollgate.Measures;

/// <summary>The latencies of completed exchanges on one kind of connection: all warm or all fresh.</summary>
internal sealed class LatencySamples
{
    public Samples FirstTokenMs { get; } = new();

    public Samples FirstTokenFromIntendedMs { get; } = new();

    public Samples FirstAnswerMs { get; } = new();

    public Samples WaitMs { get; } = new();

    public Samples SendDelayMs { get; } = new();

    public Samples TaskMs { get; } = new();

    public List<TaskRow> TaskRows { get; } = [];

    public TaskParts TaskPartSum { get; private set; }

    public void AddExchange(Timeline timeline, long sentNs, long firstTokenNs)
    {
        FirstTokenMs.Add(Ms(firstTokenNs - sentNs));
        FirstTokenFromIntendedMs.Add(Ms(firstTokenNs - timeline.IntendedNs));
        SendDelayMs.Add(Ms(sentNs - timeline.IntendedNs));
        if (timeline.FirstAnswerNs is { } firstAnswerNs)
        {
            FirstAnswerMs.Add(Ms(firstAnswerNs - sentNs));
        }
    }

    /// <param name="parts">Where its time went.</param>
    /// <param name="tokensAfterFirst">The tokens after those of the first arrival.</param>
    /// <param name="waitNs">From its start to the first answer; null where there was none.</param>
    public void AddTask(TaskParts parts, double tokensAfterFirst, long? waitNs)
    {
        if (waitNs is { } wait)
        {
            WaitMs.Add(Ms(wait));
        }

        TaskMs.Add(Ms(parts.TotalNs));
        TaskRows.Add(new TaskRow(Ms(parts.TotalNs - parts.StreamNs), Ms(parts.StreamNs), tokensAfterFirst));
        TaskPartSum += parts;
    }

    private static double Ms(long ns) => ns / 1e6;
}
