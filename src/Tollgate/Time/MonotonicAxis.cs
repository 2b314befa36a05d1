namespace Tollgate.Time;

/// <summary>
/// The run's monotonic axis: nanoseconds since an origin that the system chose (on Linux CLOCK_MONOTONIC, which every
/// process of the machine shares). Thread-safe.
/// </summary>
internal sealed class MonotonicAxis(TimeProvider time)
{
    private readonly long ticksPerSecond = time.TimestampFrequency;

    /// <summary>Now, in nanoseconds.</summary>
    public long NowNs => ToNs(time.GetTimestamp());

    /// <summary>The clock that the axis is read from.</summary>
    public TimeProvider TimeProvider => time;

    private long ToNs(long timestamp) => ticksPerSecond == 1_000_000_000
        ? timestamp
        : (long)((Int128)timestamp * 1_000_000_000 / ticksPerSecond);
}
