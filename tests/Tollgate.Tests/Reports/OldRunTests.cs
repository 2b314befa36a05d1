using Tollgate.Reports.Json;
using Tollgate.Results;
using Tollgate.Tests.Runs;
using Tollgate.Tests.Suites;

namespace Tollgate.Tests.Reports;

/// <summary>A run whose suite is of the form before briefs: it carries its scores, and they are not counted anew.</summary>
public class OldRunTests
{
    [Fact]
    public async Task Report_OfAnOldRun_HasTheScoresThatWereCountedAndSaysSo()
    {
        using var folder = new RunFolder();
        using var file = RunFolder.Open(await SampleRehearsal.WriteAsync(folder, SuiteFiles.Text("../../Suites/Files/old.yaml")));
        var document = MeasureDocument.Of(RunReport.Of([file]));
        var today = MeasureDocument.Of(await SampleRehearsal.ReportAsync());

        var note = document.Warnings.Except(today.Warnings).ShouldHaveSingleItem();
        note.ShouldContain("the suite desk that was played is none that this version reads");
        note.ShouldContain("desk:6:22: the file is of the old form");
        note.ShouldNotContain("\n");
        foreach (var (old, anew) in document.Targets.Zip(today.Targets))
        {
            var (read, counted) = (old.Rehearsal.ShouldNotBeNull(), anew.Rehearsal.ShouldNotBeNull());
            read.Scores.Select(score => (score.Key, score.Value.Sum, score.Value.Count))
                .ShouldBe(counted.Scores.Select(score => (score.Key, score.Value.Sum, score.Value.Count)));
            read.SessionList.ShouldAllBe(session => session.Findings.Count == 0 && session.Scores.Count > 0);
        }
    }

    [Fact]
    public async Task Report_OfAnOldRun_KeepsTheSuitesBudget()
    {
        using var folder = new RunFolder();
        var text = SuiteFiles.Text("../../Suites/Files/old.yaml").Replace("patience: 20s", "budget: 1500ms", StringComparison.Ordinal);
        using var file = RunFolder.Open(await SampleRehearsal.WriteAsync(folder, text));
        MeasureDocument.Of(RunReport.Of([file])).Targets[0].Rehearsal.ShouldNotBeNull().BudgetMs.ShouldBe(1500);
    }

    [Fact]
    public async Task Gate_OfAnOldRun_JudgesByTheScoresThatItCarries()
    {
        using var folder = new RunFolder();
        using var old = RunFolder.Open(await SampleRehearsal.WriteAsync(folder, SuiteFiles.Text("../../Suites/Files/old.yaml")));
        using var today = RunFolder.Open(await SampleRehearsal.WriteAsync(folder, SampleRehearsal.Yaml));
        var (read, same) = (GateEvidence.Read([old], "good"), GateEvidence.Read([today], "good"));

        read.Errors.ShouldBeEmpty();
        var evidence = read.Evidence.ShouldNotBeNull();
        evidence.Sessions.Count.ShouldBe(3);
        evidence.Figures.Order().ShouldBe(same.Evidence.ShouldNotBeNull().Figures.Order());
    }
}
