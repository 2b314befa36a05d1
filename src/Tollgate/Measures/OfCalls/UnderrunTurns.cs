using Tollgate.Figures;
using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.OfCalls;

/// <summary>Turns in which the speech ran dry because the next word was not there.</summary>
internal static class UnderrunTurns
{
    public static Measure Measure { get; } = new()
    {
        Name = "dry_turns",
        Key = "underruns",
        Title = "Speech ran dry, turns",
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
