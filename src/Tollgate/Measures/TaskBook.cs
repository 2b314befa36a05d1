using Tollgate.Exchanges;

namespace Tollgate.Measures;

/// <summary>
/// Puts attempts together into tasks. Only a task whose last attempt so far did not complete is remembered, so that a
/// million tasks that go well take no room. One task's attempts must come in order; tasks may interleave.
/// </summary>
internal sealed class TaskBook
{
    private readonly Dictionary<long, TaskStart> open = [];

    /// <summary>Tasks of which an attempt was seen.</summary>
    public long Begun { get; private set; }

    /// <summary>
    /// Enters an attempt. True where it completed its task: <paramref name="start"/> is then the first attempt's. An
    /// attempt whose forerunners were not recorded completes a task without a start: <paramref name="start"/> is null.
    /// </summary>
    public bool Enter(Exchange exchange, out TaskStart? start)
    {
        start = null;
        var known = open.TryGetValue(exchange.TaskId, out var first);
        if (!known)
        {
            Begun++;
            first = new TaskStart(exchange.Timeline.IntendedNs, exchange.FreshConnection);
        }

        if (exchange.Outcome != Outcome.Completed)
        {
            open[exchange.TaskId] = first;
            return false;
        }

        open.Remove(exchange.TaskId);
        start = known || exchange.Attempt == 1 ? first : null;
        return true;
    }

    /// <summary>A task's first attempt: when it was to leave, and whether it opened a connection.</summary>
    internal readonly record struct TaskStart(long IntendedNs, bool Fresh);
}
