using BenchmarkDotNet.Attributes;
using Tollgate.Exchanges;

namespace Tollgate.Benchmarks;

/// <summary>
/// Where arrivals are kept: an array for each stream, as the recorder has them, or one for all streams, whose entries
/// point to the one before of their stream and are gathered when it ends. A thousand streams take turns, and between
/// two arrivals as much other memory is touched as an event touches in the kernel.
/// </summary>
[HideColumns("RatioSD")]
public class ArrivalStores
{
    private const int Streams = 1_000;
    private const int ArrivalsEach = 104;
    private const int OtherBytes = 32 * 1024 * 1024;
    private const int OtherBytesAnArrival = 2 * 1024;
    private const int LineBytes = 64;

    private readonly byte[] other = new byte[OtherBytes];
    private int at;

    [Benchmark(Baseline = true, OperationsPerInvoke = Streams * ArrivalsEach)]
    public long OneForEachStream()
    {
        var arrivals = new Arrival[Streams][];
        long sum = 0;
        for (var count = 0; count < ArrivalsEach; count++)
        {
            for (var stream = 0; stream < Streams; stream++)
            {
                sum += TouchOther();
                ref var own = ref arrivals[stream];
                if (count == (own?.Length ?? 0))
                {
                    Array.Resize(ref own, Math.Max(16, count * 2));
                }

                own![count] = new Arrival(count, 1, ArrivalKind.Text, false, 0); // It was just made.
            }
        }

        return sum + arrivals.Sum(static own => own.Length);
    }

    [Benchmark(OperationsPerInvoke = Streams * ArrivalsEach)]
    public long OneForAllStreams()
    {
        var all = new (Arrival Arrival, int Before)[Streams * ArrivalsEach];
        var last = new int[Streams];
        long sum = 0;
        for (var count = 0; count < ArrivalsEach; count++)
        {
            for (var stream = 0; stream < Streams; stream++)
            {
                sum += TouchOther();
                var place = (count * Streams) + stream;
                all[place] = (new Arrival(count, 1, ArrivalKind.Text, false, 0), last[stream]);
                last[stream] = place;
            }
        }

        for (var stream = 0; stream < Streams; stream++)
        {
            var own = new Arrival[ArrivalsEach];
            var place = last[stream];
            for (var count = ArrivalsEach - 1; count >= 0; count--)
            {
                (own[count], place) = all[place];
            }

            sum += own.Length;
        }

        return sum;
    }

    private long TouchOther()
    {
        long sum = 0;
        for (var end = at + OtherBytesAnArrival; at < end; at += LineBytes)
        {
            sum += other[at];
        }

        at = at == OtherBytes ? 0 : at;
        return sum;
    }
}
