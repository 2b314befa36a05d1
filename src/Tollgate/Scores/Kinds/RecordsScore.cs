using Tollgate.Figures;
using Tollgate.Scores.Definitions;

namespace Tollgate.Scores.Kinds;

/// <summary>Records as they should be in the end, of those and of unexplained changes.</summary>
internal static class RecordsScore
{
    public const string Name = "records";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Records as they should be",
        Meaning = "records as they should be in the end, of those and of unexplained changes",
        Better = BetterWhen.Higher,
        Place = 50,
        Usual = new UsualShape(0.95, 1.8),
        Count = static call => call.RightOf(Name),
    };
}
