using Tollgate.Reports.Wording;
using Tollgate.Results;
using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Reports;

public class TranscriptLinesTests
{
    [Theory]
    [InlineData(SpeechKind.Line, "caller")]
    [InlineData(SpeechKind.BargeIn, "caller, breaking in")]
    [InlineData(SpeechKind.CutShort, "caller, pausing")]
    [InlineData(SpeechKind.Continuation, "caller, going on")]
    [InlineData(SpeechKind.Backchannel, "caller, meanwhile")]
    [InlineData(SpeechKind.Clarification, "caller, lost")]
    public void Caller_IsNamedByHowItSpeaks(SpeechKind kind, string who) =>
        Line(new CallerSaid("Well.", "Well.", kind) { Turn = 1 }).Who.ShouldBe(who);

    [Theory]
    [InlineData("It is Tallow.", "It is Tallow.", null)] // heard as it was said
    [InlineData("It is Tallow.", "it is shallow", "it is shallow")]
    [InlineData("It is Tallow.", "", "")] // nothing came through
    public void Caller_HeardOtherwise_ShowsBoth(string said, string heard, string? shown)
    {
        var line = Line(new CallerSaid(said, heard, SpeechKind.Line) { Turn = 1 });
        (line.Text, line.Heard).ShouldBe((said, shown));
    }

    [Theory]
    [InlineData("Well then, sir.", "Well then,", true, "sir.")]
    [InlineData("Well then, sir.", "", true, "Well then, sir.")]
    [InlineData("Well then.", "Well then.", false, null)]
    public void Agent_SpokenInto_ShowsWhatNobodyHeard(string text, string heard, bool interrupted, string? unheard)
    {
        var line = Line(new AgentSaid("front", text, heard, 1) { Turn = 1, Interrupted = interrupted });
        (line.Text, line.Unheard).ShouldBe((heard, unheard));
    }

    [Theory]
    [InlineData(ToolStatus.Answered, null, "{}")]
    [InlineData(ToolStatus.Answered, "[1]", "{}, and once more [1]")]
    [InlineData(ToolStatus.TimedOut, null, "timed out: {}")]
    [InlineData(ToolStatus.BadArguments, null, "bad arguments: {}")]
    public void Tool_ShowsWhatCameOfIt(ToolStatus status, string? later, string result) =>
        Line(new ToolRan("front", "c", "find", "{}", status, "{}", 1) { Turn = 1, LaterJson = later })
            .Result.ShouldBe(result);

    [Theory]
    [InlineData(null, "")]
    [InlineData(0L, "0:00.0")]
    [InlineData(61_250_000_000L, "1:01.3")]
    [InlineData(599_900_000_000L, "9:59.9")]
    [InlineData(59_960_000_000L, "1:00.0")] // rounded up it is a minute
    public void Seconds_AreMinutesAndSeconds(long? ns, string shown) => TranscriptLines.Seconds(ns).ShouldBe(shown);

    private static TranscriptLine Line(TranscriptEntry entry) => TranscriptLines.Of(new RehearsedSession(
        new Transcript { Suite = "s", Session = "call", Ending = SessionEnding.Finished, Entries = [entry] }, null,
        new Dictionary<string, ScoreCount>())).First();
}
