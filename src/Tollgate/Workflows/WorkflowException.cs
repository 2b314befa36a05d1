namespace Tollgate.Workflows;

/// <summary>A workflow came to no result.</summary>
internal sealed class WorkflowException(WorkflowProblem problem) : Exception(problem.Message)
{
    public WorkflowProblem Problem => problem;
}
