using Tollgate.Measures.OfCalls;

namespace Tollgate.Cli.Shell;

/// <summary>How long work will take yet, by how far it has come: for whoever waits.</summary>
internal static class TimeLeft
{
    // Before that the first guess would be wrong by a lot.
    private const double MinSeconds = 2;
    private const double MinShare = 0.02;

    /// <summary>Such as <c>, about 40 s left</c>; empty where it is too early to tell.</summary>
    /// <param name="elapsedSeconds">Since the work began.</param>
    /// <param name="share">How much of it is done, 0 to 1.</param>
    public static string Words(double elapsedSeconds, double share)
    {
        if (elapsedSeconds < MinSeconds || share is < MinShare or >= 1)
        {
            return "";
        }

        return $", about {Length(elapsedSeconds / share * (1 - share))} left";
    }

    /// <summary>
    /// What to say before answers without a bound on their tokens are asked for.
    /// </summary>
    /// <param name="requests">To each target; null for a run that ends by the clock.</param>
    /// <param name="concurrency">At once, to each target; null for an open loop.</param>
    /// <param name="longest">The longest that one exchange may take.</param>
    public static string Unbounded(long? requests, int? concurrency, TimeSpan longest)
    {
        var each = $"without --max-tokens an answer may be as long as the model likes, up to {
            Length(longest.TotalSeconds)} (--timeout)";
        return requests is { } count && concurrency is { } atOnce
            ? $"{each}; at its longest, this run takes {
                Length(Math.Ceiling((double)count / atOnce) * longest.TotalSeconds)}."
            : each + ".";
    }

    private static string Length(double seconds) => seconds switch
    {
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, seconds):0} s"),
        < 5400 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.#} h"),
    };
}
