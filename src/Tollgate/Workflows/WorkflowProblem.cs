namespace Tollgate.Workflows;

/// <summary>Why a workflow came to no result.</summary>
/// <param name="Kind">Which of the closed list.</param>
/// <param name="Messages">What is wrong: whole sentences, one at least.</param>
public sealed record WorkflowProblem(ProblemKind Kind, IReadOnlyList<string> Messages)
{
    /// <summary>The sentences, a line each.</summary>
    public string Message => string.Join('\n', Messages);

    /// <summary>What was asked for cannot be done, for these reasons.</summary>
    public static WorkflowProblem BadInput(params IReadOnlyList<string> messages) =>
        new(ProblemKind.BadInput, messages);

    /// <summary>A run or a ledger is not what it must be, for these reasons.</summary>
    public static WorkflowProblem NotValid(params IReadOnlyList<string> messages) =>
        new(ProblemKind.NotValid, messages);
}
