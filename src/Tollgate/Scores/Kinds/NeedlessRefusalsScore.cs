using Tollgate.Figures;
using Tollgate.Scores.Definitions;

namespace Tollgate.Scores.Kinds;

/// <summary>Refusals though the tool had answered, of the turns in which it had.</summary>
internal static class NeedlessRefusalsScore
{
    public const string Name = "needless_refusals";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Needless refusals",
        Meaning = "turns that refuse what a tool of the agent could do, or deny what was found, of the turns whose tools answered",
        Better = BetterWhen.Lower,
        Place = 120,
        Usual = new UsualShape(0.02, 4),
        Count = static call => call.Words.GetValueOrDefault(Name),
    };
}
