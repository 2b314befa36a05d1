namespace Tollgate.LoadBench;

/// <summary>
/// The part of a run in which all streams are open and nothing else happens: from the first request of the second round
/// to the last request of the last one, by the server's stamps. Before it the process starts, compiles and connects;
/// behind it a report is made.
/// </summary>
internal static class SteadyState
{
    // Finish, usage and [DONE], which come with the last token or right behind it.
    private const int ClosingEvents = 3;

    /// <summary>
    /// Processor time for an event, in microseconds: what the process used between the first look at it in that part
    /// and the last one, over the events that the server wrote in the time between them.
    /// </summary>
    /// <param name="looks">At the process, in order of time.</param>
    /// <param name="truth">What the server wrote.</param>
    /// <param name="streams">How many were open at once.</param>
    /// <exception cref="BenchException">The run is too short for two looks.</exception>
    public static double CpuUsPerEvent(IReadOnlyList<CpuSample> looks, IEnumerable<TruthRecord> truth, int streams)
    {
        var requests = truth.OrderBy(request => request.ArrivedNs).ToList();
        var (fromNs, toNs) = (requests[streams].ArrivedNs, requests[^1].ArrivedNs);
        var within = looks.Where(look => look.AtNs >= fromNs && look.AtNs <= toNs).ToList();
        if (within.Count < 2)
        {
            throw new BenchException($"the process was looked at {within.Count} times while all streams were open");
        }

        var (first, last) = (within[0], within[^1]);
        return (last.CpuNs - first.CpuNs) / 1e3 / requests.Sum(Events);

        // The role comes with the head, at once.
        long Events(TruthRecord request) => request.WritesNs.LongCount(IsBetween)
            + (IsBetween(request.ArrivedNs) ? 1 : 0)
            + (request.WritesNs is [.., var end] && IsBetween(end) ? ClosingEvents : 0);

        bool IsBetween(long atNs) => atNs >= first.AtNs && atNs < last.AtNs;
    }
}
