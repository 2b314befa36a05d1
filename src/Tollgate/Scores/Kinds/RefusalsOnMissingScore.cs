using Tollgate.Figures;
using Tollgate.Scores.Definitions;

namespace Tollgate.Scores.Kinds;

/// <summary>Right answers to callers who ask for what is not there.</summary>
internal static class RefusalsOnMissingScore
{
    public const string Name = "refusals_on_missing";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Missing records owned up to",
        Meaning = "right answers to a caller who asks for what is not there",
        Better = BetterWhen.Higher,
        Place = 60,
        Usual = new UsualShape(0.95, 0.7),
        Count = static call => call.RightOf(Name),
    };
}
