using Tollgate.Figures;
using Tollgate.Scores.Definitions;

namespace Tollgate.Scores.Kinds;

/// <summary>Replies that state what stands nowhere, of all replies heard.</summary>
internal static class FabricationsScore
{
    public const string Name = "fabrications";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Replies with invented facts",
        Meaning = "replies that state what stands nowhere, or what a tool or the instructions contradict, of replies heard",
        Better = BetterWhen.Lower,
        Place = 90,
        Usual = new UsualShape(0.02, 20),
        Count = static call => call.Words.GetValueOrDefault(Name),
    };
}
