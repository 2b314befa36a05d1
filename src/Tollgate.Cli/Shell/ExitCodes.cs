using Tollgate.Workflows;

namespace Tollgate.Cli.Shell;

/// <summary>What the process says with its exit code.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The program failed, or nothing that it sent succeeded.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage or bad input; nothing was sent.</summary>
    public const int BadInput = 2;

    /// <summary>The gate rejects the candidate.</summary>
    public const int Rejected = 3;

    /// <summary>The evidence is too thin for a verdict.</summary>
    public const int Inconclusive = 4;

    /// <summary>The run's totals do not add up, something was lost, or a ledger is broken.</summary>
    public const int NotValid = 5;

    /// <summary>Somebody stopped it before its end: 128 and SIGINT's number, as shells have it.</summary>
    public const int Stopped = 130;

    /// <summary>The code for a workflow that came to no result.</summary>
    public static int Of(ProblemKind kind) => kind switch
    {
        ProblemKind.BadInput => BadInput,
        ProblemKind.NotValid => NotValid,
        _ => Failed,
    };
}
