using Tollgate.Reports.Json;
using Tollgate.Results;
using Tollgate.Runs;
using Tollgate.Scores;
using Tollgate.Scores.Outcomes;
using Tollgate.Tests.Runs;
using Tollgate.Tests.Sessions;

namespace Tollgate.Tests.Reports;

public class GivenScoresTests
{
    [Fact]
    public async Task Of_ScoresThatWereJustMade_IsTheReportThatScoresAnew()
    {
        using var folder = new RunFolder();
        using var file = RunFolder.Open(await SampleRehearsal.WriteAsync(folder, SampleRehearsal.Yaml));
        MeasureDocument.Of(RunReport.Of([file], scores: ScoresOf(file))).ToJson().ShouldBe(MeasureDocument.Of(RunReport.Of([file])).ToJson());
    }

    [Fact]
    public async Task Of_ScoresOfSomeSessions_ScoresTheOthersAnew()
    {
        using var folder = new RunFolder();
        using var file = RunFolder.Open(await SampleRehearsal.WriteAsync(folder, SampleRehearsal.Yaml));
        var some = ScoresOf(file).Take(2).ToDictionary();
        var report = RunReport.Of([file], scores: some);
        var sessions = report.Sessions.Values.SelectMany(static one => one).ToList();
        sessions.Count(one => some.ContainsValue(one.Score.ShouldNotBeNull())).ShouldBe(2);
        MeasureDocument.Of(report).ToJson().ShouldBe(MeasureDocument.Of(RunReport.Of([file])).ToJson());
    }

    private static Dictionary<(string Target, long Id), SessionScore> ScoresOf(RunFile file)
    {
        var suite = Rehearsal.Read(SampleRehearsal.Yaml);
        return file.Sessions().ToDictionary(static one => (one.Transcript.Target, one.Transcript.SessionId), one =>
            SessionScorer.Score(suite, suite.Find(one.Transcript.Session).ShouldNotBeNull(), one.Transcript));
    }
}
