namespace Tollgate.Simulator.Server.Portable;

/// <summary>An alarm for any system; it rings up to a millisecond late.</summary>
internal sealed class MonitorAlarm : IAlarm
{
    private readonly AutoResetEvent rung = new(false);

    public void Wait(long timeoutNs) =>
        rung.WaitOne(timeoutNs < 0 ? Timeout.Infinite : (int)Math.Min((timeoutNs + 999_999) / 1_000_000, int.MaxValue));

    public void Ring() => rung.Set();

    // The event is left to the collector: a reader that ends late may still ring.
    public void Dispose() => rung.Set();
}
