namespace Tollgate.LoadBench;

/// <summary>What the repetitions of one scenario came to.</summary>
internal sealed record StreamResult
{
    public required string Name { get; init; }

    public required int Streams { get; init; }

    public required bool Tls { get; init; }

    public required string Transport { get; init; }

    public required int Repetitions { get; init; }

    public required Figure FirstTokenErrorMsP50 { get; init; }

    public required Figure FirstTokenErrorMsP99 { get; init; }

    public required Figure AfterWriteMsP50 { get; init; }

    public required Figure AfterWriteMsP99 { get; init; }

    public Figure? CpuUsPerEvent { get; init; }

    public Figure? YardstickCpuUsPerEvent { get; init; }

    /// <summary>Of the ratios of the repetitions, not the ratio of the medians.</summary>
    public Figure? Ratio { get; init; }

    public Figure? EventsPerRead { get; init; }

    public Figure? YardstickEventsPerRead { get; init; }

    public required Figure ServerLateMsP50 { get; init; }

    public required Figure ServerLateMsP99 { get; init; }

    public required Figure CoalescedShare { get; init; }

    public static StreamResult Of(StreamScenario scenario, IReadOnlyList<StreamTrial> trials)
    {
        return new StreamResult
        {
            Name = scenario.Name,
            Streams = scenario.Streams,
            Tls = scenario.Tls,
            Transport = scenario.Transport,
            Repetitions = trials.Count,
            FirstTokenErrorMsP50 = Figure.Of(trials.Select(trial => trial.ErrorMsP50)),
            FirstTokenErrorMsP99 = Figure.Of(trials.Select(trial => trial.ErrorMsP99)),
            AfterWriteMsP50 = Figure.Of(trials.Select(trial => trial.AfterWriteMsP50)),
            AfterWriteMsP99 = Figure.Of(trials.Select(trial => trial.AfterWriteMsP99)),
            CpuUsPerEvent = Maybe(trial => trial.CpuUsPerEvent),
            YardstickCpuUsPerEvent = Maybe(trial => trial.YardstickCpuUsPerEvent),
            Ratio = Maybe(trial => trial.CpuUsPerEvent / trial.YardstickCpuUsPerEvent),
            EventsPerRead = Maybe(trial => trial.EventsPerRead),
            YardstickEventsPerRead = Maybe(trial => trial.YardstickEventsPerRead),
            ServerLateMsP50 = Figure.Of(trials.Select(trial => trial.ServerLateMsP50)),
            ServerLateMsP99 = Figure.Of(trials.Select(trial => trial.ServerLateMsP99)),
            CoalescedShare = Figure.Of(trials.Select(trial => trial.CoalescedShare)),
        };

        Figure? Maybe(Func<StreamTrial, double?> figure)
        {
            var given = trials.Select(figure).OfType<double>().ToList();
            return given.Count == 0 ? null : Figure.Of(given);
        }
    }
}
