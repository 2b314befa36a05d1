using System.Runtime.InteropServices;
using Tollgate.Exchanges;
using Tollgate.Statistics;

namespace Tollgate.Measures.Distributions;

/// <summary>Takes the exchanges of one target as they end. Not thread-safe.</summary>
internal sealed class ThroughputBook
{
    // Enough for Student's t to have settled; more slices of the same run would depend more on one another.
    private const int MaxSlices = 20;

    // With fewer exchanges to a slice, its count says more of where its borders fall than of the rate.
    private const int MinInSlice = 5;
    private const int MinSlices = 5;

    private readonly List<Delivery> deliveries = [];
    private readonly List<long> begins = [];
    private readonly List<long> ends = [];
    private long firstNs = long.MaxValue, lastNs = long.MinValue;
    private double busyNs;
    private bool isWhole = true;

    /// <summary>Enters an exchange that is over.</summary>
    /// <param name="exchange">What came of it.</param>
    /// <param name="output">The output tokens of one that completed; null of one that did not.</param>
    public void Add(Exchange exchange, double? output)
    {
        var timeline = exchange.Timeline;
        firstNs = Math.Min(firstNs, timeline.IntendedNs);
        if (exchange.Outcome != Outcome.Cancelled)
        {
            lastNs = Math.Max(lastNs, timeline.OverNs);
        }

        if (timeline.SentNs is { } sentNs && timeline.OverNs > sentNs)
        {
            begins.Add(sentNs);
            ends.Add(timeline.OverNs);
            busyNs += timeline.OverNs - sentNs;
        }

        if (output is { } tokens)
        {
            var input = exchange.Usage is { AllInput: > 0 } usage ? usage.AllInput : 0;
            isWhole &= input > 0;
            deliveries.Add(new Delivery(timeline.OverNs, tokens, tokens + input));
        }
    }

    /// <summary>The numbers so far; null before any exchange completed.</summary>
    public Throughput? Measure()
    {
        if (deliveries.Count == 0 || lastNs <= firstNs)
        {
            return null;
        }

        var seconds = (lastNs - firstNs) / 1e9;
        return new Throughput
        {
            Seconds = seconds,
            RequestsPerSecond = Rate(static _ => 1),
            OutputTokensPerSecond = Rate(static delivery => delivery.Output),
            TotalTokensPerSecond = isWhole ? Rate(static delivery => delivery.Total) : null,
            Concurrency = Most(),
            MeanConcurrency = busyNs / 1e9 / seconds,
        };
    }

    private Estimate Rate(Func<Delivery, double> amount)
    {
        var seconds = (lastNs - firstNs) / 1e9;
        var rate = deliveries.Sum(amount) / seconds;
        var count = Math.Min(MaxSlices, deliveries.Count / MinInSlice);
        if (count < MinSlices)
        {
            return new Estimate(rate, Interval.None);
        }

        var slices = new double[count];
        foreach (ref readonly var delivery in CollectionsMarshal.AsSpan(deliveries))
        {
            var place = (double)(delivery.AtNs - firstNs) / (lastNs - firstNs) * count;
            slices[Math.Clamp((int)place, 0, count - 1)] += amount(delivery) / (seconds / count);
        }

        // Equal slices: their mean is the rate over the whole time.
        var (_, interval) = Means.Of(slices);
        return new Estimate(rate, new Interval(Math.Max(0, interval.Lower ?? 0), interval.Upper));
    }

    private long Most()
    {
        begins.Sort();
        ends.Sort();
        int ended = 0, most = 0;
        for (var begun = 0; begun < begins.Count; begun++)
        {
            // One that ends where another begins makes room for it.
            while (ended < ends.Count && ends[ended] <= begins[begun])
            {
                ended++;
            }

            most = Math.Max(most, begun + 1 - ended);
        }

        return most;
    }

    private readonly record struct Delivery(long AtNs, double Output, double Total);
}
