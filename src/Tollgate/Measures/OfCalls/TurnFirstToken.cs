using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfCalls;

/// <summary>From sent to the first token of a turn's first exchange.</summary>
internal static class TurnFirstToken
{
    public static Measure Measure { get; } = new()
    {
        Name = "first_token_ms",
        Title = "First token",
        Of = MeasuredOf.Turn,
        Group = MeasureGroup.Call,

        // Rubrics take that of every exchange: it is the model's first token under load.
        InRubrics = false,
        IsClustered = true,
        Row = new MeasureRow(30) { Tail = true },
        DrawTurn = static turn => turn.Timing.FirstTokenNs / 1e6,
    };
}
