using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Results;
using Tollgate.Runs;
using Tollgate.Runs.Records;

namespace Tollgate.Workflows.Judging;

/// <summary>The sessions of a run from which a rubric's errors are simulated.</summary>
internal static class PowerEvidence
{
    /// <summary>Reads them; or says why the rubric cannot be simulated with that run.</summary>
    /// <param name="run">The run file.</param>
    /// <param name="target">Which target of that run; null for the only one.</param>
    public static WorkflowResult<SideEvidence> Read(Rubric rubric, string run, string? target)
    {
        var (file, error) = RunFile.Open(run);
        if (file is null)
        {
            return WorkflowProblem.BadInput(error!); // Without a file there is a reason.
        }

        using (file)
        {
            try
            {
                var read = GateEvidence.Read([file], target, null, rubric.FigureNames);
                if (read.Evidence is not { } evidence)
                {
                    return WorkflowProblem.BadInput(read.Errors);
                }

                return Judge.Refusals(rubric, evidence, evidence) is { Count: > 0 } lacks
                    ? WorkflowProblem.BadInput(lacks)
                    : SessionPairs.Without(evidence, rubric.LeaveOut);
            }
            catch (RunFileException e)
            {
                return WorkflowProblem.BadInput(e.Message);
            }
        }
    }
}
