using Tollgate.Exchanges;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.OfExchanges;

/// <summary>From the kernel's stamp to the process's clock after the read; one for each read.</summary>
internal static class Lag
{
    public static Measure Measure { get; } = new()
    {
        Name = "lag_ms",
        Title = "Lag of the instrument",
        Of = MeasuredOf.Exchange,
        Group = MeasureGroup.Instrument,
        InRubrics = false,
        DrawAll = Draw,
    };

    private static void Draw(ExchangeReading reading, ValueBuffer values)
    {
        if (reading.Line.Stamp != StampSource.Kernel)
        {
            return;
        }

        var arrivals = reading.Line.Arrivals.Span;
        for (var i = 0; i < arrivals.Length; i++)
        {
            // One read, one stamp; the first arrival of an answer has a read of its own.
            if (i == 0 || !arrivals[i].Coalesced)
            {
                values.Add(arrivals[i].LagNs / 1e6);
            }
        }
    }
}
