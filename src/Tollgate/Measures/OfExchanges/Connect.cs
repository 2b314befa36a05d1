using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.OfExchanges;

/// <summary>Opening a connection, TLS included, whatever came of the exchange after it.</summary>
internal static class Connect
{
    public static Measure Measure { get; } = new()
    {
        Name = "connect_ms",
        Title = "Connect",
        Of = MeasuredOf.Exchange,
        Group = MeasureGroup.Connection,
        InRubrics = false,
        OfEveryOutcome = true,
        Row = new MeasureRow(90) { OnlyWithValues = true },
        Draw = static reading => reading.Line is { ConnectStartNs: { } fromNs, ConnectedNs: { } toNs }
            ? ExchangeReading.Ms(toNs - fromNs)
            : null,
    };
}
