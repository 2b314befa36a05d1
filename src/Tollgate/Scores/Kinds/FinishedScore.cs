using Tollgate.Figures;
using Tollgate.Scores.Definitions;
using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Scores.Kinds;

/// <summary>Sessions whose caller could say all and hung up.</summary>
internal static class FinishedScore
{
    public const string Name = "finished";

    public static ScoreDefinition Definition { get; } = new()
    {
        Name = Name,
        Title = "Calls to their end",
        Meaning = "sessions whose caller could say all",
        Better = BetterWhen.Higher,
        Place = 10,
        MayErr = false,
        Count = static call => call.View.WasCutOff
            ? default
            : ScoreCount.Trial(call.View.Transcript.Ending == SessionEnding.Finished),
    };
}
