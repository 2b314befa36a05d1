using Tollgate.Figures;
using Tollgate.Scores.Definitions;

namespace Tollgate.Scores.Kinds;

/// <summary>Handoffs to the right agent, once, of all expected and of extra ones.</summary>
internal static class HandoffsScore
{
    public const string Name = "handoffs";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Handoffs right",
        Meaning = "handoffs to the right agent, once, of those expected and of extra ones",
        Better = BetterWhen.Higher,
        Place = 70,
        Usual = new UsualShape(0.97, 0.7),
        Count = static call => call.RightOf(Name),
    };
}
