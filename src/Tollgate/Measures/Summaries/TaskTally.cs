using Tollgate.Measures.Readings;

namespace Tollgate.Measures.Summaries;

/// <summary>The completed tasks on one kind of connection, all warm or all fresh, as a comparison needs them.</summary>
internal sealed class TaskTally
{
    public List<TaskRow> Rows { get; } = [];

    public TaskParts PartSum { get; private set; }

    /// <summary>These and those of the other kind, as one kind.</summary>
    public TaskTally And(TaskTally other)
    {
        var both = new TaskTally { PartSum = PartSum + other.PartSum };
        both.Rows.AddRange(Rows);
        both.Rows.AddRange(other.Rows);
        return both;
    }

    /// <param name="parts">Where a task's time went.</param>
    /// <param name="tokensAfterFirst">The tokens after those of the first arrival.</param>
    public void Add(TaskParts parts, double tokensAfterFirst)
    {
        Rows.Add(new TaskRow(
            ExchangeReading.Ms(parts.TotalNs - parts.StreamNs), ExchangeReading.Ms(parts.StreamNs), tokensAfterFirst));
        PartSum += parts;
    }
}
