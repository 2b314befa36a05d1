using Tollgate.Figures;
using Tollgate.Scores.Definitions;
using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Scores.Kinds;

/// <summary>Calls that had the same effect a second time, of all calls with an effect.</summary>
internal static class DuplicatesScore
{
    public const string Name = "duplicates";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Duplicate effects",
        Meaning = "calls that had the same effect twice, of all that had one",
        Better = BetterWhen.Lower,
        Place = 150,
        Usual = new UsualShape(0.02, 2),
        Count = Count,
    };

    private static ScoreCount Count(ScoredCall call)
    {
        var effects = call.Calls.Made.Where(one =>
            call.View.Suite.Tools.TryGetValue(one.Key.Ran.Tool, out var tool) && tool.HasEffect
            && one.Key.Ran.Status == ToolStatus.Answered).ToList();
        return new ScoreCount(
            effects.Count(static one => one.Value.Verdict == CallVerdict.Duplicate), effects.Count);
    }
}
