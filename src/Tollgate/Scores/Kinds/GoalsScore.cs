using Tollgate.Figures;
using Tollgate.Scores.Definitions;

namespace Tollgate.Scores.Kinds;

/// <summary>Goals reached.</summary>
internal static class GoalsScore
{
    public const string Name = "goals";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Callers' goals reached",
        Meaning = "goals reached",
        Better = BetterWhen.Higher,
        Place = 20,
        Usual = new UsualShape(0.95, 1.8),
        Count = static call => call.RightOf(Name),
    };
}
