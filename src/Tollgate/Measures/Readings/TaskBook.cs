using Tollgate.Exchanges;

namespace Tollgate.Measures.Readings;

/// <summary>
/// Puts attempts together into tasks. Only a task whose last attempt so far did not complete is remembered, so that a
/// million tasks that go well take no room. One task's attempts must come in order; tasks may interleave.
/// </summary>
internal sealed class TaskBook
{
    private readonly Dictionary<long, OpenTask> open = [];

    /// <summary>Tasks of which an attempt was seen.</summary>
    public long Begun { get; private set; }

    /// <summary>Those whose last attempt so far did not complete, by number.</summary>
    public IReadOnlyDictionary<long, OpenTask> Open => open;

    /// <summary>Enters an attempt and gives its task's first one; null where that was not recorded.</summary>
    public TaskStart? Enter(Exchange exchange)
    {
        var isKnown = open.Remove(exchange.TaskId, out var task);
        var start = isKnown ? task.Start : new TaskStart(exchange.Timeline.IntendedNs, exchange.FreshConnection);
        Begun += isKnown ? 0 : 1;
        if (exchange.Outcome != Outcome.Completed)
        {
            open.Add(exchange.TaskId, new OpenTask(start, exchange.Outcome, exchange.Turn));
        }

        return isKnown || exchange.Attempt == 1 ? start : null;
    }
}
