using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.OfExchanges;

/// <summary>From sent to the first token.</summary>
internal static class FirstToken
{
    public static Measure Measure { get; } = new()
    {
        Name = "first_token_ms",
        Title = "First token",
        Of = MeasuredOf.Exchange,
        WhenFailed = FailureCounts.Worst,
        CountsCancelled = true,
        IsWarm = true,
        IsClustered = true,
        Row = new MeasureRow(10),
        Chart = "First token",
        HasCurve = true,
        Draw = static reading => ExchangeReading.Ms(reading.FirstTokenNs - reading.SentNs),
    };
}
