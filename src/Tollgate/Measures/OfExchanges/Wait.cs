using Tollgate.Figures;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.OfExchanges;

/// <summary>From a task's intended start to its first visible text or tool call.</summary>
internal static class Wait
{
    public static Measure Measure { get; } = new()
    {
        Name = "wait_ms",
        Title = "Wait",
        Of = MeasuredOf.Task,
        WhenFailed = FailureCounts.Worst,
        CountsCancelled = true,
        IsWarm = true,
        IsClustered = true,
        Row = new MeasureRow(30),
        Usual = new UsualShape(1_200, 20),
        Draw = static reading => reading.Start is { } start && reading.Line.FirstAnswerNs is { } answerNs
            ? ExchangeReading.Ms(answerNs - start.IntendedNs)
            : null,
    };
}
