using System.Collections.Concurrent;
using Tollgate.Exchanges;
using Tollgate.Load;

namespace Tollgate.Cli;

/// <summary>
/// Passes exchanges on to the run file, and keeps the last first tokens of each target for whoever watches.
/// </summary>
internal sealed class LiveNumbers(IExchangeSink next) : IExchangeSink
{
    private const int Kept = 256;

    private readonly ConcurrentDictionary<string, Recent> recents = new();

    public void Issued(string target) => next.Issued(target);

    public void Ended(Exchange exchange)
    {
        next.Ended(exchange);
        if (exchange is { Outcome: Outcome.Completed, Timeline: { FirstTokenNs: { } first, SentNs: { } sent } })
        {
            recents.GetOrAdd(exchange.Target, static _ => new Recent()).Add((first - sent) / 1e6);
        }
    }

    /// <summary>The median of the last first tokens, in milliseconds; null before the first.</summary>
    public double? RecentFirstTokenMs(string target) => recents.GetValueOrDefault(target)?.Median();

    private sealed class Recent
    {
        private readonly double[] values = new double[Kept];
        private long count;

        public void Add(double ms)
        {
            lock (values)
            {
                values[count++ % Kept] = ms;
            }
        }

        public double? Median()
        {
            lock (values)
            {
                var kept = values.AsSpan(0, (int)Math.Min(count, Kept)).ToArray();
                Array.Sort(kept);
                return kept.Length == 0 ? null : kept[kept.Length / 2];
            }
        }
    }
}
