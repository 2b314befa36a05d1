namespace Tollgate.Cli;

/// <summary>What the process says with its exit code.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The program failed: a bug, or a broken machine.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage or bad input; nothing was sent.</summary>
    public const int BadInput = 2;

    /// <summary>The run's totals do not add up, or something was lost.</summary>
    public const int NotValid = 5;
}
