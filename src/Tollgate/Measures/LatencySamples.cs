using Tollgate.Exchanges;

namespace Tollgate.Measures;

/// <summary>The latencies of completed exchanges on one kind of connection: all warm or all fresh.</summary>
/// <param name="watcher">Who sees the values; null for nobody.</param>
/// <param name="fresh">They are of connections that were opened for them.</param>
internal sealed class LatencySamples(IMeasureWatcher? watcher = null, bool fresh = false)
{
    public Samples FirstTokenMs { get; } = Samples.Watched(watcher, MeasureNames.FirstTokenMs, fresh);

    public Samples FirstTokenFromIntendedMs { get; } =
        Samples.Watched(watcher, MeasureNames.FirstTokenFromIntendedMs, fresh);

    public Samples FirstAnswerMs { get; } = Samples.Watched(watcher, MeasureNames.FirstAnswerMs, fresh);

    public Samples WaitMs { get; } = Samples.Watched(watcher, MeasureNames.WaitMs, fresh);

    public Samples SendDelayMs { get; } = new();

    public Samples TaskMs { get; } = Samples.Watched(watcher, MeasureNames.TaskMs, fresh);

    public List<TaskRow> TaskRows { get; } = [];

    public TaskParts TaskPartSum { get; private set; }

    /// <summary>These and those of the other kind, as one kind.</summary>
    public LatencySamples And(LatencySamples other)
    {
        var both = new LatencySamples();
        foreach (var one in (ReadOnlySpan<LatencySamples>)[this, other])
        {
            both.FirstTokenMs.AddAll(one.FirstTokenMs);
            both.FirstTokenFromIntendedMs.AddAll(one.FirstTokenFromIntendedMs);
            both.FirstAnswerMs.AddAll(one.FirstAnswerMs);
            both.WaitMs.AddAll(one.WaitMs);
            both.SendDelayMs.AddAll(one.SendDelayMs);
            both.TaskMs.AddAll(one.TaskMs);
            both.TaskRows.AddRange(one.TaskRows);
            both.TaskPartSum += one.TaskPartSum;
        }

        return both;
    }

    public void AddExchange(Timeline timeline, long sentNs, long firstTokenNs, long? session)
    {
        FirstTokenMs.Add(Ms(firstTokenNs - sentNs), session);
        FirstTokenFromIntendedMs.Add(Ms(firstTokenNs - timeline.IntendedNs), session);
        SendDelayMs.Add(Ms(sentNs - timeline.IntendedNs));
        if (timeline.FirstAnswerNs is { } firstAnswerNs)
        {
            FirstAnswerMs.Add(Ms(firstAnswerNs - sentNs), session);
        }
    }

    /// <param name="parts">Where its time went.</param>
    /// <param name="tokensAfterFirst">The tokens after those of the first arrival.</param>
    /// <param name="waitNs">From its start to the first answer; null where there was none.</param>
    /// <param name="session">The session that it is of; null outside of a rehearsal.</param>
    public void AddTask(TaskParts parts, double tokensAfterFirst, long? waitNs, long? session)
    {
        if (waitNs is { } wait)
        {
            WaitMs.Add(Ms(wait), session);
        }

        TaskMs.Add(Ms(parts.TotalNs), session);
        TaskRows.Add(new TaskRow(Ms(parts.TotalNs - parts.StreamNs), Ms(parts.StreamNs), tokensAfterFirst));
        TaskPartSum += parts;
    }

    private static double Ms(long ns) => ns / 1e6;
}
