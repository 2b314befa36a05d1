using Tollgate.Figures;
using Tollgate.Scores.Definitions;

namespace Tollgate.Scores.Kinds;

/// <summary>"Not on file" after a tool that gave no answer, of the turns with such a tool.</summary>
internal static class FalseNotFoundScore
{
    public const string Name = "false_not_found";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "\"Not on file\" after a fault",
        Meaning = "turns that say \"not on file\" after a tool gave no answer, of the turns with such a tool",
        Better = BetterWhen.Lower,
        Place = 100,
        Usual = new UsualShape(0.02, 1),
        Count = static call => call.Words.GetValueOrDefault(Name),
    };
}
