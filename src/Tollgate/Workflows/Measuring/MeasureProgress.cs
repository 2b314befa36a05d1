using System.Collections.Concurrent;
using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Workflows.Recording;

namespace Tollgate.Workflows.Measuring;

/// <summary>A load under way. Safe to look at from any thread.</summary>
internal sealed class MeasureProgress : IRecordable, IExchangeSink
{
    private const int Kept = 256;

    private readonly ConcurrentDictionary<string, RecentTokens> recents = new();
    private readonly IExchangeSink next;
    private readonly LoadRunner runner;

    internal MeasureProgress(LoadSettings settings, IRunHost host, IExchangeSink next)
    {
        Settings = settings;
        this.next = next;
        runner = new LoadRunner(settings, host.Exchanger, this, host.Axis);
    }

    /// <summary>What is carried out.</summary>
    public LoadSettings Settings { get; }

    /// <summary>The counts of each target, and the time.</summary>
    public LoadProgress Counts => runner.Progress;

    string? IRecordable.Problem => null;

    /// <summary>The median of the last first tokens of a target, in milliseconds; null before the first.</summary>
    public double? RecentFirstTokenMs(string target) => recents.GetValueOrDefault(target)?.Median();

    Task<LoadSummary> IRecordable.RunAsync(CancellationToken stop, CancellationToken abort) =>
        runner.RunAsync(stop, abort);

    void IExchangeSink.Issued(string target) => next.Issued(target);

    void IExchangeSink.Ended(Exchange exchange)
    {
        next.Ended(exchange);
        if (exchange is { Outcome: Outcome.Completed, Timeline: { FirstTokenNs: { } first, SentNs: { } sent } })
        {
            recents.GetOrAdd(exchange.Target, static _ => new RecentTokens()).Add((first - sent) / 1e6);
        }
    }

    private sealed class RecentTokens
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
