namespace Tollgate.LoadBench;

/// <summary>
/// One repetition of a scenario: the bare reader and then <c>tollgate measure</c>, each with so many rounds of exchanges
/// on every stream. What an event costs is counted while all streams are open (<see cref="SteadyState"/>).
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
    /// Processor time of <c>tollgate measure</c> for an event, in microseconds; null where it is not counted.
    /// </summary>
    public double? CpuUsPerEvent { get; init; }

    /// <summary>The same of the bare reader.</summary>
    public double? YardstickCpuUsPerEvent { get; init; }

    public double? EventsPerRead { get; init; }

    public double? YardstickEventsPerRead { get; init; }

    public static async Task<StreamTrial> RunAsync(
        StreamScenario scenario, TimeProvider time, Files files, Server server, CancellationToken stop)
    {
        var reader = files.Reader(scenario.Tls ? "epoll_reader_tls" : "epoll_reader");
        var yardstick = scenario.HasCost ? await Yardstick.RunAsync(time, reader, server, scenario, stop) : null;
        var measured = await Measured.RunAsync(
            time, files, server, "steady", watchMemory: false, scenario.Load, stop);
        var errors = measured.FirstTokenErrorsMs().ToList();
        var afterWrite = measured.AfterWriteMs().ToList();
        return new StreamTrial
        {
            ErrorMsP50 = Figure.Quantile(errors, 0.5),
            ErrorMsP99 = Figure.Quantile(errors, 0.99),
            AfterWriteMsP50 = Figure.Quantile(afterWrite, 0.5),
            AfterWriteMsP99 = Figure.Quantile(afterWrite, 0.99),
            ServerLateMsP50 = Figure.Quantile(measured.ServerLateMs(), 0.5),
            ServerLateMsP99 = Figure.Quantile(measured.ServerLateMs(), 0.99),
            CoalescedShare = measured.CoalescedShare(),
            CpuUsPerEvent = yardstick is null ? null
                : SteadyState.CpuUsPerEvent(measured.Looks, measured.Truth.Values, scenario.Streams),
            YardstickCpuUsPerEvent = yardstick is null ? null
                : SteadyState.CpuUsPerEvent(yardstick.Looks, yardstick.Truth, scenario.Streams),
            EventsPerRead = (double)measured.Events / measured.Reads,
            YardstickEventsPerRead = yardstick?.EventsPerRead,
        };
    }
}
