using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfCalls;

/// <summary>Turns with a speech underrun: the next word was not there when it was to be spoken.</summary>
internal static class UnderrunTurns
{
    public static Measure Measure { get; } = new()
    {
        Name = "underrun_turns",
        FormerName = "dry_turns",
        Key = "underruns",
        Title = "Speech underruns, turns",
        Of = MeasuredOf.Turn,
        Kind = FigureKind.Share,
        Unit = FigureUnit.Share,
        Group = MeasureGroup.Call,
        IsClustered = true,
        Row = new MeasureRow(70),
        Usual = new UsualShape(0.05, 20),
        DrawTurn = static turn => turn.Timing.Underruns > 0 ? 1 : 0,
    };
}
