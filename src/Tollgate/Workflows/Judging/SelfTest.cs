using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Power;
using Tollgate.Gate.Rubrics;
using Tollgate.Load.Schedules;
using Tollgate.Runs.Records;

namespace Tollgate.Workflows.Judging;

/// <summary>A baseline held against itself, many times: how often the rule would adopt what is no better.</summary>
/// <param name="Evidence">The baseline's evidence.</param>
/// <param name="Rate">What the rule said how often.</param>
internal sealed record SelfTest(SideEvidence Evidence, PowerRate Rate)
{
    /// <summary>Draws both sides from the baseline's own sessions and judges them.</summary>
    /// <param name="request">The rubric and the baseline; the ledger is not asked.</param>
    /// <param name="seed">Where every draw comes from; null for the baseline's own.</param>
    /// <param name="progress">Gets the share that is done, 0 to 1; null for nobody.</param>
    /// <param name="stop">Ends it without a result.</param>
    public static WorkflowResult<SelfTest> Run(
        JudgeRequest request, ulong? seed, Action<double>? progress, CancellationToken stop)
    {
        var opened = JudgedFiles.Open(request);
        if (opened.Value is not { } files)
        {
            return opened.Problem!; // One of the two is there.
        }

        using (files)
        {
            try
            {
                return Run(request, files, seed, progress, stop);
            }
            catch (RunFileException e)
            {
                return WorkflowProblem.NotValid(e.Message);
            }
            catch (OperationCanceledException)
            {
                return new WorkflowProblem(ProblemKind.Stopped, ["stopped; nothing was judged."]);
            }
        }
    }

    private static WorkflowResult<SelfTest> Run(
        JudgeRequest request, JudgedFiles files, ulong? seed, Action<double>? progress, CancellationToken stop)
    {
        var read = files.ReadBaseline(request);
        if (read.Value is not { } evidence)
        {
            return read.Problem!;
        }

        var rubric = request.Rubric;
        var missing = MissingNumbers.Apply(rubric, evidence, evidence);
        evidence = missing.Baseline;
        List<string> refusals = [.. missing.Refusals, .. Judge.Refusals(rubric, evidence, evidence)];
        if (refusals.Count > 0)
        {
            return WorkflowProblem.NotValid([.. refusals.Distinct()]);
        }

        evidence = SessionPairs.Without(evidence, rubric.LeaveOut);
        var study = PowerStudy.Of(rubric, evidence.Sessions, seed ?? files.Baseline[0].Info.Seed);
        return new SelfTest(evidence, study.SelfTest(evidence.Sessions.Count, progress, stop));
    }
}
