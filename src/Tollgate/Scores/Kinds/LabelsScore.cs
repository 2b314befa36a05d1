using Tollgate.Figures;
using Tollgate.Scores.Definitions;

namespace Tollgate.Scores.Kinds;

/// <summary>Post-call answers that are the suite's labels.</summary>
internal static class LabelsScore
{
    public const string Name = "labels";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Post-call labels right",
        Meaning = "post-call answers equal to the suite's labels",
        Better = BetterWhen.Higher,
        Place = 80,
        MayErr = false,
        Usual = new UsualShape(0.9, 2),
        Count = static call => call.RightOf(Name),
    };
}
