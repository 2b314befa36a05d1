using Tollgate.Figures;
using Tollgate.Scores.Definitions;
using Tollgate.Scores.Outcomes;

namespace Tollgate.Scores.Kinds;

/// <summary>The caller's turns in a session. Fewer are better where the goals are reached.</summary>
internal static class TurnsScore
{
    public const string Name = "turns";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Turns in a call",
        Meaning = "the mean number of the caller's turns, with Student's interval",
        Better = BetterWhen.Lower,
        Kind = FigureKind.Mean,
        Place = 160,
        Usual = new UsualShape(20, 1),
        Count = static call => new ScoreCount(call.View.LastTurn, 1),
    };
}
