using Tollgate.Exchanges;
using Tollgate.Statistics;

namespace Tollgate.Measures;

/// <summary>
/// What is drawn from the arrivals of completed exchanges: gaps, stalls, rates and the instrument's lag.
/// </summary>
/// <remarks>
/// Arrivals that came in one read share the stamp of its last byte. So the gap into such a group, and the gaps within
/// it, are bounds and no numbers: they are counted and left out. The gap out of it is exact, since the last arrival of
/// the group ends where the stamp was taken.
/// </remarks>
internal sealed class StreamMeasures(double stallMs, RandomStream random, IMeasureWatcher? watcher = null)
{
    private readonly ClusteredDistribution gaps = new(random.Fork(1));
    private readonly ClusteredDistribution lags = new(random.Fork(2));
    private readonly ClusteredDistribution eventGaps = new(random.Fork(3));
    private readonly Samples rates = Samples.Watched(watcher, MeasureNames.TokensPerSecond);
    private readonly long stallNs = (long)(stallMs * 1e6);
    private long exchanges, stalls, possibleStalls, stalledExchanges;

    public long Arrivals { get; private set; }

    public long Coalesced { get; private set; }

    public long BoundedGaps { get; private set; }

    public long BoundedFirstTokens { get; private set; }

    public QuantileSummary GapMs => gaps.Summarize();

    public QuantileSummary EventGapMs => eventGaps.Summarize();

    public QuantileSummary LagMs => lags.Summarize();

    public QuantileSummary TokensPerSecond => rates.Summarize();

    public Curve RateCurve => rates.ToCurve();

    public Stalls Stalls => new(
        stallMs, stalls, possibleStalls, stalledExchanges,
        exchanges > 0 ? Proportions.Wilson(stalledExchanges, exchanges) : null);

    /// <summary>Enters a stream of at least one arrival and says how its time was spent.</summary>
    public StreamShape Add(Timeline timeline, in StreamTokens tokens)
    {
        var arrivals = timeline.Arrivals.Span;
        gaps.BeginCluster();
        eventGaps.BeginCluster();
        lags.BeginCluster();
        exchanges++;
        Arrivals += arrivals.Length;
        BoundedFirstTokens += HeadsGroup(arrivals, 0) ? 1 : 0;

        long reasoningNs = 0, toolNs = 0, outputNs = 0, longestNs = 0, stallsBefore = stalls;
        AddLag(timeline.Stamp, arrivals[0]);
        for (var i = 1; i < arrivals.Length; i++)
        {
            ref readonly var arrival = ref arrivals[i];
            var gapNs = arrival.AtNs - arrivals[i - 1].AtNs;
            longestNs = Math.Max(longestNs, gapNs);
            switch (arrival.Kind)
            {
                case ArrivalKind.Reasoning: reasoningNs += gapNs; break;
                case ArrivalKind.Tool: toolNs += gapNs; break;
                default: outputNs += gapNs; break;
            }

            if (arrival.Coalesced)
            {
                Coalesced++;
                BoundedGaps++;
                continue;
            }

            AddLag(timeline.Stamp, arrival);
            if (HeadsGroup(arrivals, i))
            {
                BoundedGaps++;
                possibleStalls += gapNs > stallNs ? 1 : 0;
                continue;
            }

            var gapMs = gapNs / 1e6 / tokens.Of(arrival);
            gaps.Add(gapMs);
            eventGaps.Add(gapNs / 1e6);
            watcher?.Entered(MeasureNames.GapMs, gapMs);
            stalls += gapNs > stallNs ? 1 : 0;
        }

        stalledExchanges += stalls > stallsBefore ? 1 : 0;
        var after = Math.Max(0, tokens.Streamed - tokens.Of(arrivals[0]));
        var spanNs = reasoningNs + toolNs + outputNs;
        if (arrivals.Length > 1 && spanNs > 0 && after > 0)
        {
            rates.Add(after / (spanNs / 1e9));
        }

        return new StreamShape(reasoningNs, toolNs, outputNs, longestNs, arrivals.Length > 1 ? after : 0);
    }

    private static bool HeadsGroup(ReadOnlySpan<Arrival> arrivals, int i) =>
        i + 1 < arrivals.Length && arrivals[i + 1].Coalesced;

    private void AddLag(StampSource stamp, in Arrival arrival)
    {
        if (stamp == StampSource.Kernel)
        {
            lags.Add(arrival.LagNs / 1e6);
        }
    }

    /// <summary>
    /// How one stream spent its time, by what each gap led to, and the tokens after its first arrival.
    /// </summary>
    internal readonly record struct StreamShape(
        long ReasoningNs, long ToolNs, long OutputNs, long LongestGapNs, double TokensAfterFirst)
    {
        public long SpanNs => ReasoningNs + ToolNs + OutputNs;
    }
}
