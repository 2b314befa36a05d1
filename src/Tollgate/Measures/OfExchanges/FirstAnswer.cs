using Tollgate.Figures;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.OfExchanges;

/// <summary>From sent to the first visible text or tool call.</summary>
internal static class FirstAnswer
{
    public static Measure Measure { get; } = new()
    {
        Name = "first_answer_ms",
        Title = "First answer",
        Of = MeasuredOf.Exchange,
        WhenFailed = FailureCounts.Worst,
        CountsCancelled = true,
        IsWarm = true,
        IsClustered = true,
        Row = new MeasureRow(20),
        Usual = new UsualShape(1_200, 20),
        Draw = static reading => reading.Line.FirstAnswerNs is { } answerNs
            ? ExchangeReading.Ms(answerNs - reading.SentNs)
            : null,
    };
}
