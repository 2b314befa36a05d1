using System.Globalization;
using HdrHistogram;
using Tollgate.Statistics;

namespace Tollgate.Benchmarks;

/// <summary>
/// Ten million gaps counted by <see cref="CountingDistribution"/> and by HdrHistogram: time a value, memory, and how far
/// quantiles are from those of the sorted values. The least of three rounds.
/// </summary>
internal static class HistogramTrial
{
    private const int Count = 10_000_000;
    private const int Rounds = 3;
    private const long MaxNs = 3_600_000_000_000;
    private static readonly double[] Levels = [0.5, 0.95, 0.999];

    public static void Run(TextWriter output, TimeProvider time)
    {
        // Milliseconds, log-normal about a median of 20.
        var random = new RandomStream(1);
        var values = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            values[i] = 20 * Math.Exp(0.6 * random.NextGaussian());
        }

        double[] sorted = [.. values.Order()];
        output.WriteLine("| histogram | ns a value | KB | error at p50, p95, p99.9, largest |");
        output.WriteLine("| --- | --- | --- | --- |");
        Write("counting cells", Cells);
        foreach (var digits in new[] { 3, 4 })
        {
            Write($"HdrHistogram, {digits} digits", () => Hdr(digits));
        }

        Func<double, double> Cells()
        {
            var cells = new CountingDistribution();
            for (var i = 0; i < Count; i += 20)
            {
                cells.Add(values.AsSpan(i, 20));
            }

            return p => p < 1 ? cells.Quantile(p) : cells.Max;
        }

        Func<double, double> Hdr(int digits)
        {
            var histogram = new LongHistogram(1, MaxNs, digits);
            foreach (var value in values)
            {
                histogram.RecordValue((long)(value * 1e6));
            }

            return p => (p < 1 ? histogram.GetValueAtPercentile(p * 100) : histogram.GetMaxValue()) / 1e6;
        }

        void Write(string name, Func<Func<double, double>> count)
        {
            var (nanoseconds, bytes) = (double.PositiveInfinity, 0L);
            string[] errors = [];
            for (var round = 0; round < Rounds; round++)
            {
                var before = GC.GetTotalMemory(forceFullCollection: true);
                var began = time.GetTimestamp();
                var quantile = count();
                nanoseconds = Math.Min(nanoseconds, time.GetElapsedTime(began).TotalNanoseconds / Count);
                bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
                errors = [.. Levels.Append(1).Select(p =>
                    (Math.Abs(quantile(p) / Quantiles.OfSorted(sorted, p) - 1) * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%")];
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {name} | {nanoseconds:0} | {bytes / 1024} | {string.Join(", ", errors)} |"));
        }
    }
}
