using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.OfExchanges;

/// <summary>From the intended start to the send; an opened connection keeps an exchange out of it.</summary>
internal static class SendDelay
{
    public static Measure Measure { get; } = new()
    {
        Name = "send_delay_ms",
        Title = "Send delay",
        Of = MeasuredOf.Exchange,
        Group = MeasureGroup.Instrument,
        InRubrics = false,
        IsWarm = true,
        Draw = static reading => ExchangeReading.Ms(reading.SentNs - reading.Line.IntendedNs),
    };
}
