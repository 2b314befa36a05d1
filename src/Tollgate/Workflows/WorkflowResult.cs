namespace Tollgate.Workflows;

/// <summary>What a workflow came to: a value, or why there is none.</summary>
/// <param name="Value">The value; null where there is a problem.</param>
/// <param name="Problem">Why there is no value; null where there is one.</param>
public sealed record WorkflowResult<T>(T? Value, WorkflowProblem? Problem)
    where T : class
{
    public static implicit operator WorkflowResult<T>(T value) => new(value, null);

    public static implicit operator WorkflowResult<T>(WorkflowProblem problem) => new(null, problem);

    /// <summary>The value, for callers who take a problem for a bug of their own.</summary>
    /// <exception cref="WorkflowException">There is none; its message says why.</exception>
    public T OrThrow() => Value ?? throw new WorkflowException(Problem!); // One of the two is there.
}
