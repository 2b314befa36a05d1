using Tollgate.Figures;
using Tollgate.Scores.Definitions;
using Tollgate.Scores.Outcomes;

namespace Tollgate.Scores.Kinds;

/// <summary>Right arguments of all that were expected, and of unexpected ones.</summary>
internal static class ToolArgumentsScore
{
    public const string Name = "tool_arguments";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Tool arguments right",
        Meaning = "right arguments, of those expected and of unexpected ones",
        Better = BetterWhen.Higher,
        Place = 30,
        Usual = new UsualShape(0.95, 11),
        Count = Count,
    };

    private static ScoreCount Count(ScoredCall call)
    {
        var arguments = call.Calls.Calls.Where(static one => one.Counts)
            .SelectMany(static one => one.Arguments).ToList();
        return new ScoreCount(
            arguments.Count(static one => one.Verdict == ArgumentVerdict.Right), arguments.Count);
    }
}
