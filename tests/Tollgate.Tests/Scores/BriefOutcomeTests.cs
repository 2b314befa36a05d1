using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Simulator.Oracles;
using Tollgate.Suites;
using Tollgate.Suites.Reading;
using Tollgate.Tests.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Scores;

/// <summary>What counts is what the caller wanted as he said it in the end.</summary>
public class BriefOutcomeTests
{
    [Fact]
    public void Call_WithTheValuesThatTheCallerSettledOn_IsRightAndWithOthersWrong()
    {
        var suite = SuiteReader.Read(SuiteFiles.Text("../../Suites/Files/briefs.yaml"), "briefs.yaml").Suite.ShouldNotBeNull();
        var session = suite.Sessions.First(session => session.Name == "move_tallow");
        var played = OracleCall.Play(suite, session, AgentStyle.All[0], 5);
        Wrong(suite, session, played).ShouldBeEmpty();

        // The same call, had the caller said another time at last.
        var other = played with
        {
            Entries =
            [
                .. played.Entries.Select(entry => entry is CallerSaid said && said.Settles.ContainsKey("move_repair.time")
                    ? said with { Settles = new Dictionary<string, string>(said.Settles) { ["move_repair.time"] = "07:45" } }
                    : entry),
            ],
        };
        Wrong(suite, session, other).ShouldContain("time");
    }

    [Fact]
    public void Wish_ThatNobodyBroughtUp_IsNotCharged()
    {
        var suite = SuiteReader.Read(SuiteFiles.Text("../../Suites/Files/briefs.yaml"), "briefs.yaml").Suite.ShouldNotBeNull();
        var session = suite.Sessions.First(session => session.Name == "move_tallow");
        var cut = new Transcript
        {
            Suite = suite.Name,
            Session = session.Name,
            Ending = SessionEnding.HungUp,
            Entries = [new CallerSaid("Hello?", "Hello?", SpeechKind.Line) { Turn = 1 }],
        };
        var score = SessionScorer.Score(suite, session, cut);
        score.Items.ShouldAllBe(item => item.Right != false);
        score.Counts[FinishedScore.Name].ShouldBe(ScoreCount.Trial(false));
    }

    private static List<string> Wrong(Suite suite, SuiteSession session, Transcript transcript) =>
    [
        .. SessionScorer.Score(suite, session, transcript).Calls.Where(call => call.Counts)
            .SelectMany(call => call.Arguments).Where(argument => argument.Verdict != ArgumentVerdict.Right)
            .Select(argument => argument.Name),
    ];
}
