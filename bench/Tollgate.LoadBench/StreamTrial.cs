namespace Tollgate.LoadBench;

/// <summary>
/// One repetition of a scenario: the bare reader and <c>tollgate measure</c>, each in a short and a long run. What an
/// event costs is the slope between the two, so that start-up and connecting drop out: (CPU of the long run - CPU of
/// the short run) / (events of the long run - events of the short run).
/// </summary>
internal sealed record StreamTrial
{
    public required double ErrorMsP50 { get; init; }

    public required double ErrorMsP99 { get; init; }

    /// <summary>From the server's write of the first token to the client's stamp of it.</summary>
    public required double AfterWriteMsP50 { get; init; }

    public required double AfterWriteMsP99 { get; init; }

    public required double ServerLateMsP50 { get; init; }

    public required double ServerLateMsP99 { get; init; }

    public required double CoalescedShare { get; init; }

    /// <summary>
    /// Processor time of <c>tollgate measure</c> for an event, in microseconds; null without a long run.
    /// </summary>
    public double? CpuUsPerEvent { get; init; }

    /// <summary>The same of the bare reader.</summary>
    public double? YardstickCpuUsPerEvent { get; init; }

    public double? EventsPerRead { get; init; }

    public double? YardstickEventsPerRead { get; init; }

    public static async Task<StreamTrial> RunAsync(
        StreamScenario scenario, TimeProvider time, Files files, Server server, CancellationToken stop)
    {
        Yardstick? lessYardstick = null, yardstick = null;
        Measured? less = null;
        if (scenario.HasCost)
        {
            lessYardstick = await Bare(StreamScenario.ShortRounds);
            less = await Measure(StreamScenario.ShortRounds);
            yardstick = await Bare(scenario.LongRounds);
        }

        var measured = await Measure(scenario.LongRounds);

        // Both runs are runs; the more samples, the better the 99th percentile.
        Measured[] all = less is null ? [measured] : [less, measured];
        var errors = all.SelectMany(run => run.FirstTokenErrorsMs()).ToList();
        var afterWrite = all.SelectMany(run => run.AfterWriteMs()).ToList();
        return new StreamTrial
        {
            ErrorMsP50 = Figure.Quantile(errors, 0.5),
            ErrorMsP99 = Figure.Quantile(errors, 0.99),
            AfterWriteMsP50 = Figure.Quantile(afterWrite, 0.5),
            AfterWriteMsP99 = Figure.Quantile(afterWrite, 0.99),
            ServerLateMsP50 = Figure.Quantile(measured.ServerLateMs(), 0.5),
            ServerLateMsP99 = Figure.Quantile(measured.ServerLateMs(), 0.99),
            CoalescedShare = measured.CoalescedShare(),
            CpuUsPerEvent = less is null ? null
                : Slope(measured.CpuSeconds - less.CpuSeconds, measured.Events - less.Events),
            YardstickCpuUsPerEvent = yardstick is null || lessYardstick is null ? null
                : Slope(yardstick.CpuSeconds - lessYardstick.CpuSeconds, yardstick.Events - lessYardstick.Events),
            EventsPerRead = (double)measured.Events / measured.Reads,
            YardstickEventsPerRead = yardstick is null ? null : (double)yardstick.Events / yardstick.Reads,
        };

        Task<Yardstick> Bare(int rounds) =>
            Yardstick.RunAsync(time, files, server, scenario.Tls, scenario.Streams, rounds, stop);

        Task<Measured> Measure(int rounds) => Measured.RunAsync(
            time, files, server, "steady", watchMemory: false,
            ["--concurrency", $"{scenario.Streams}", "--requests", $"{scenario.Streams * rounds}", "--transport", scenario.Transport],
            stop);
    }

    private static double Slope(double cpuSeconds, long events) => cpuSeconds * 1e6 / events;
}
