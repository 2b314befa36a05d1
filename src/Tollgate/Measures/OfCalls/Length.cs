using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfCalls;

/// <summary>How long a session took.</summary>
internal static class Length
{
    public static Measure Measure { get; } = new()
    {
        Name = "length_s",
        Key = "session_seconds",
        Title = "Length of a call",
        Of = MeasuredOf.Session,
        Unit = FigureUnit.Seconds,
        Group = MeasureGroup.Call,
        Row = new MeasureRow(90) { Median = true, Interval = false },
        Usual = new UsualShape(300, 1),
        DrawCall = static call => call.Transcript.LengthNs / 1e9,
    };
}
