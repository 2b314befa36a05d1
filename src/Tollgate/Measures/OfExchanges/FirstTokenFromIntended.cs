using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.OfExchanges;

/// <summary>From the intended start to the first token: coordinated omission included.</summary>
internal static class FirstTokenFromIntended
{
    public static Measure Measure { get; } = new()
    {
        Name = "first_token_from_intended_ms",
        Title = "First token from the intended start",
        Of = MeasuredOf.Exchange,
        WhenFailed = FailureCounts.Worst,
        CountsCancelled = true,
        IsWarm = true,
        IsClustered = true,
        Draw = static reading => ExchangeReading.Ms(reading.FirstTokenNs - reading.Line.IntendedNs),
    };
}
