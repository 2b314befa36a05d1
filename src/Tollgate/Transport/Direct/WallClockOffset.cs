namespace Tollgate.Transport.Direct;

/// <summary>
/// Turns the kernel's wall-clock stamps into instants of the monotonic axis. Both clocks are slewed alike, so their
/// difference stands still until somebody steps the wall clock; then it jumps, which is seen at the next sample and
/// mended. Not thread-safe.
/// </summary>
internal sealed class WallClockOffset(Func<long> monotonicNs, Func<long> wallNs)
{
    // Two readings in a row differ by the time between them: tens of nanoseconds, or more where the thread was put
    // aside.
    private const long ToleranceNs = 20_000;
    private const int Tries = 5;

    private long offsetNs;
    private long formerNs;
    private long lastSampleNs;
    private long sampleBeforeNs;
    private bool sampled;

    /// <summary>How many steps of the wall clock were seen.</summary>
    public int Steps { get; private set; }

    /// <summary>Looks whether the clocks still differ by what they did. Returns the monotonic clock.</summary>
    public long Sample()
    {
        var now = monotonicNs();
        var offset = wallNs() - now;
        if (!sampled || Math.Abs(offset - offsetNs) > ToleranceNs)
        {
            Resample();
        }

        sampleBeforeNs = lastSampleNs;
        lastSampleNs = now;
        return now;
    }

    /// <summary>
    /// The monotonic instant of a kernel's stamp that was read just before <paramref name="nowNs"/>. A stamp from the
    /// other side of a step fits only with the offset before it; one that fits with neither gives null.
    /// </summary>
    public long? ToMonotonic(long wallStampNs, long nowNs)
    {
        var at = wallStampNs - offsetNs;
        if (IsPlausible(at, nowNs))
        {
            return Math.Min(at, nowNs);
        }

        // The step may have come after the last sample, or the stamp may be older than the step.
        Resample();
        foreach (var candidate in (ReadOnlySpan<long>)[wallStampNs - offsetNs, wallStampNs - formerNs])
        {
            if (IsPlausible(candidate, nowNs))
            {
                return Math.Min(candidate, nowNs);
            }
        }

        return null;
    }

    // What is read now came after the sample before last, had the reader any time at all: a second covers one that had
    // not.
    private bool IsPlausible(long atNs, long nowNs) =>
        atNs <= nowNs + ToleranceNs && atNs >= sampleBeforeNs - 1_000_000_000;

    private void Resample()
    {
        long best = 0, width = long.MaxValue;
        for (var i = 0; i < Tries; i++)
        {
            var before = monotonicNs();
            var wall = wallNs();
            var after = monotonicNs();
            if (after - before < width)
            {
                width = after - before;
                best = wall - before - (width / 2);
            }
        }

        if (sampled && Math.Abs(best - offsetNs) <= ToleranceNs)
        {
            return;
        }

        Steps += sampled ? 1 : 0;
        formerNs = sampled ? offsetNs : best;
        offsetNs = best;
        sampled = true;
    }
}
