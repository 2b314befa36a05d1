using Tollgate.Simulator.Profiles;

namespace Tollgate.Simulator.Engine;

/// <summary>Two token buckets that hold a minute's worth and fill evenly: requests, and tokens. Thread-safe.</summary>
internal sealed class RateLimiter(RateLimits limits)
{
    private readonly Lock gate = new();
    private readonly Bucket? requests = limits.RequestsPerMinute is { } r ? new Bucket(r) : null;
    private readonly Bucket? tokens = limits.TokensPerMinute is { } t ? new Bucket(t) : null;

    /// <summary>Asks for one request of <paramref name="cost"/> tokens.</summary>
    /// <param name="cost">Prompt tokens and the most output tokens that were asked for.</param>
    /// <param name="nowNs">Nanoseconds on the monotonic axis.</param>
    public RateDecision Ask(long cost, long nowNs)
    {
        if (requests is null && tokens is null)
        {
            return default;
        }

        lock (gate)
        {
            requests?.Fill(nowNs);
            tokens?.Fill(nowNs);
            var waitNs = Math.Max(requests?.WaitNs(1) ?? 0, tokens?.WaitNs(cost) ?? 0);
            if (waitNs == 0)
            {
                requests?.Take(1);
                tokens?.Take(cost);
            }

            return new RateDecision(waitNs, requests?.State, tokens?.State);
        }
    }

    private sealed class Bucket(int perMinute)
    {
        private double level = perMinute;
        private long filledNs = long.MinValue;

        public BucketState State => new(perMinute, (long)level, (long)((perMinute - level) / perMinute * 60e9));

        public void Fill(long nowNs)
        {
            if (filledNs != long.MinValue && nowNs > filledNs)
            {
                level = Math.Min(perMinute, level + ((nowNs - filledNs) / 60e9 * perMinute));
            }

            filledNs = Math.Max(filledNs, nowNs);
        }

        // What can never be had at once is let through by a full bucket; else it would be refused for ever.
        public long WaitNs(long amount)
        {
            var missing = Math.Min(amount, perMinute) - level;
            return missing <= 1e-9 ? 0 : (long)Math.Ceiling(missing / perMinute * 60e9);
        }

        public void Take(long amount) => level = Math.Max(0, level - amount);
    }
}
