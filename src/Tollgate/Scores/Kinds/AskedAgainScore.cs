using Tollgate.Figures;
using Tollgate.Scores.Definitions;

namespace Tollgate.Scores.Kinds;

/// <summary>Questions asked again after a handoff, of those answered before it.</summary>
internal static class AskedAgainScore
{
    public const string Name = "asked_again";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Asked again after a handoff",
        Meaning = "questions asked again after a handoff, of those answered before it",
        Better = BetterWhen.Lower,
        Place = 140,
        Usual = new UsualShape(0.05, 0.6),
        Count = static call => call.WrongOf(Name),
    };
}
