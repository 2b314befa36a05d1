using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.OfExchanges;

/// <summary>
/// Between two arrivals, for each token of the later one; where only a bound is known it is left out.
/// </summary>
internal static class Gap
{
    public static Measure Measure { get; } = new()
    {
        Name = "gap_ms",
        Title = "Gap a token",
        Of = MeasuredOf.Exchange,
        Row = new MeasureRow(40),
        DrawAll = Draw,
    };

    private static void Draw(ExchangeReading reading, ValueBuffer values)
    {
        var arrivals = reading.Line.Arrivals.Span;
        var tokens = reading.Tokens;
        for (var i = 1; i < arrivals.Length; i++)
        {
            if (StreamShape.IsGapExact(arrivals, i))
            {
                values.Add((arrivals[i].AtNs - arrivals[i - 1].AtNs) / 1e6 / tokens.Of(arrivals[i]));
            }
            else
            {
                values.LeaveOutBound();
            }
        }
    }
}
