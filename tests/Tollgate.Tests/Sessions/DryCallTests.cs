using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Simulator.Oracles;
using Tollgate.Suites;
using Tollgate.Suites.Reading;
using Tollgate.Tests.Suites;
using Tollgate.Transcripts;
using Tollgate.Transcripts.Formats;

namespace Tollgate.Tests.Sessions;

/// <summary>Whole calls with models that behave, in every style: nobody is lost and nothing is charged.</summary>
public class DryCallTests
{
    public static TheoryData<string> Styles => [.. AgentStyle.All.Select(style => style.Name)];

    [Theory]
    [MemberData(nameof(Styles))]
    public void Drawn_WithAModelThatBehaves_EndWellAndAreChargedNothing(string name)
    {
        var suite = SuiteReader.Read(SuiteFiles.Text("../../Suites/Files/briefs.yaml"), "briefs.yaml").Suite.ShouldNotBeNull();
        var style = AgentStyle.All.First(style => style.Name == name);
        var wrong = new List<string>();
        foreach (var session in suite.Sessions.Concat(BriefDrawer.Draw(suite, 150, 11)))
        {
            var transcript = OracleCall.Play(suite, session, style, 5);
            var score = SessionScorer.Score(suite, session, transcript);
            if (transcript.Ending != SessionEnding.Finished)
            {
                wrong.Add($"{session.Name}: {transcript.EndingWhy}");
            }

            // Who reads a value back wrongly says what stands nowhere, whatever comes of it.
            wrong.AddRange(score.Items.Where(item => item.Right == false && (!style.MisreadsOnce
                || item.Score is not (FabricationsScore.Name or RefusalsOnMissingScore.Name
                    or AnswersWithoutLookupScore.Name))).Select(item =>
                $"{session.Name} {item.Score}: {item.Reason} {item.Found}"));
        }

        wrong.Take(12).ShouldBeEmpty($"{wrong.Count} in all");
    }

    [Fact]
    public void SameSeed_SameCall()
    {
        var suite = SuiteReader.Read(SuiteFiles.Text("../../Suites/Files/briefs.yaml"), "briefs.yaml").Suite.ShouldNotBeNull();
        var session = suite.Sessions[0];
        TranscriptJson.Write(OracleCall.Play(suite, session, AgentStyle.All[0], 5))
            .ShouldBe(TranscriptJson.Write(OracleCall.Play(suite, session, AgentStyle.All[0], 5)));
    }
}
