namespace Tollgate.LoadBench;

/// <summary>Requests that leave on schedule whatever the answers do: how late they leave, in milliseconds.</summary>
internal sealed record OpenLoopResult(
    int PerSecond, int Seconds, long Requests, double SendDelayMsP50, double SendDelayMsP99, double SendDelayMsMax)
{
    private const int Rate = 500;
    private const int Length = 20;

    public static async Task<OpenLoopResult> RunAsync(
        TimeProvider time, Files files, Server server, CancellationToken stop)
    {
        var measured = await Measured.RunAsync(
            time, files, server, "brisk", watchMemory: false,
            ["--rate", $"{Rate}/s", "--arrivals", "constant", "--for", $"{Length}s"], stop);
        var delays = measured.Exchanges
            .Select(e => ((e.Timeline.SentNs ?? throw new BenchException("a request has not left")) - e.Timeline.IntendedNs) / 1e6)
            .ToList();
        return new OpenLoopResult(
            Rate, Length, delays.Count, Figure.Quantile(delays, 0.5), Figure.Quantile(delays, 0.99), delays.Max());
    }
}
