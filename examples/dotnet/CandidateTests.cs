using Tollgate.Extensions.AI;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Time;
using Tollgate.Workflows.Judging;
using Tollgate.Workflows.Ledgers;
using Tollgate.Workflows.Publishing;
using Tollgate.Workflows.Rehearsing;

namespace LibraryDesk.Tests;

/// <summary>Holds a candidate against the agent that takes the calls now, by a rubric that was published before.</summary>
public sealed class CandidateTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("library-desk-");

    [Fact]
    public async Task Candidate_ThatLooksNothingUp_IsRejected()
    {
        var suite = SuiteFile.Load(Path.Combine(AppContext.BaseDirectory, "library.yaml"));
        var rubricFile = Path.Combine(AppContext.BaseDirectory, "rubric.yaml");
        var rubric = RubricReader.Load(rubricFile).Rubric;
        Assert.NotNull(rubric);
        var ledger = new LedgerFile(Path.Combine(folder.FullName, "ledger.jsonl"), TimeProvider.System);
        (await RubricStatus.PublishAsync(rubric, rubricFile, ledger, key: null, TestContext.Current.CancellationToken)).OrThrow();

        // The same callers with both: the same suite, seed and repetitions.
        var options = new RehearsalOptions { Seed = 11, Repetitions = 10 };
        var time = new VirtualTime();
        using var desk = new DeskAgent(time);
        await desk.RehearseAsync(
            suite, options with { Time = time, Name = "desk", RunFile = Run("desk") }, TestContext.Current.CancellationToken);
        time = new VirtualTime();
        using var hasty = new HastyAgent(time);
        await hasty.RehearseAsync(
            suite, options with { Time = time, Name = "hasty", RunFile = Run("hasty") }, TestContext.Current.CancellationToken);

        var verdict = (await Judgement.GiveAsync(
            new JudgeRequest
            {
                Rubric = rubric,
                RubricFile = rubricFile,
                LedgerFile = ledger.Path,
                Baseline = [Run("desk")],
                Candidate = [Run("hasty")],
            },
            TimeProvider.System, TestContext.Current.CancellationToken)).OrThrow();

        Assert.Equal(VerdictOutcome.Reject, verdict.Outcome);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Run(string name) => Path.Combine(folder.FullName, name + ".tollgate");
}
