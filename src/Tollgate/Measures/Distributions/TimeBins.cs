namespace Tollgate.Measures.Distributions;

/// <summary>
/// Exchanges over time, in at most <see cref="Most"/> bins of one width; where the run grows beyond them, neighbours
/// merge and the width doubles.
/// </summary>
internal sealed class TimeBins
{
    public const int Most = 96;
    private const long FirstWidthNs = 100_000_000;

    private readonly Bin[] bins = new Bin[Most];
    private long widthNs = FirstWidthNs;
    private long? originNs;

    public void Add(long intendedNs, bool failed, double? firstTokenMs, double longestGapMs)
    {
        originNs ??= intendedNs;

        // Exchanges come as they end: one may have been intended a little before the first that ended.
        var offset = Math.Max(0, intendedNs - originNs.Value);
        while (offset / widthNs >= Most)
        {
            Halve();
        }

        ref var bin = ref bins[offset / widthNs];
        bin.Failed += failed ? 1 : 0;
        if (firstTokenMs is { } first)
        {
            bin.Completed++;
            bin.FirstTokenSumMs += first;
            bin.LongestGapMs = Math.Max(bin.LongestGapMs, longestGapMs);
        }
    }

    public IReadOnlyList<TimeBin> ToList()
    {
        var last = Array.FindLastIndex(bins, bin => bin.Completed + bin.Failed > 0);
        return [.. bins.Take(last + 1).Select((bin, i) => new TimeBin(
            i * widthNs / 1e6, bin.Completed, bin.Failed,
            bin.Completed > 0 ? bin.FirstTokenSumMs / bin.Completed : null,
            bin.LongestGapMs > 0 ? bin.LongestGapMs : null))];
    }

    private void Halve()
    {
        for (var i = 0; i < Most; i++)
        {
            bins[i] = i < Most / 2 ? bins[2 * i].And(bins[(2 * i) + 1]) : default;
        }

        widthNs *= 2;
    }

    private struct Bin
    {
        public long Completed, Failed;
        public double FirstTokenSumMs, LongestGapMs;

        public readonly Bin And(Bin other) => new()
        {
            Completed = Completed + other.Completed,
            Failed = Failed + other.Failed,
            FirstTokenSumMs = FirstTokenSumMs + other.FirstTokenSumMs,
            LongestGapMs = Math.Max(LongestGapMs, other.LongestGapMs),
        };
    }
}
