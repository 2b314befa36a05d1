using Tollgate.Figures;
using Tollgate.Scores.Definitions;
using Tollgate.Scores.Outcomes;

namespace Tollgate.Scores.Kinds;

/// <summary>Calls wholly right of all that were expected, and of extra ones.</summary>
internal static class ToolCallsScore
{
    public const string Name = "tool_calls";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Tool calls right",
        Meaning = "calls wholly right, of those expected and of extra ones",
        Better = BetterWhen.Higher,
        Place = 40,
        Usual = new UsualShape(0.95, 5),
        Count = static call => new ScoreCount(
            call.Calls.Calls.Count(static one => one.Verdict == CallVerdict.Right),
            call.Calls.Calls.Count(static one => one.Counts)),
    };
}
