using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.OfExchanges;

/// <summary>Between two arrivals, whatever they carried, as other tools have it; bounds are left out.</summary>
internal static class EventGap
{
    public static Measure Measure { get; } = new()
    {
        Name = "event_gap_ms",
        Title = "Gap an event",
        Of = MeasuredOf.Exchange,
        InRubrics = false,
        Row = new MeasureRow(50),
        DrawAll = Draw,
    };

    private static void Draw(ExchangeReading reading, ValueBuffer values)
    {
        var arrivals = reading.Line.Arrivals.Span;
        for (var i = 1; i < arrivals.Length; i++)
        {
            if (StreamShape.IsGapExact(arrivals, i))
            {
                values.Add((arrivals[i].AtNs - arrivals[i - 1].AtNs) / 1e6);
            }
            else
            {
                values.LeaveOutBound();
            }
        }
    }
}
