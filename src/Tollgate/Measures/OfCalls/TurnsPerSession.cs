using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfCalls;

/// <summary>
/// The turns of a session, those that were spoken into among them; a session without turns has no value.
/// </summary>
internal static class TurnsPerSession
{
    public static Measure Measure { get; } = new()
    {
        Name = "turns_per_session",
        Title = "Turns of a call",
        Of = MeasuredOf.Session,
        Unit = FigureUnit.Plain,
        Group = MeasureGroup.Call,
        InRubrics = false,
        DrawCall = static call => call.Transcript.Turns.Count > 0 ? call.Transcript.Turns.Count : null,
    };
}
