using System.Diagnostics.CodeAnalysis;
using Tollgate.Runs;
using Tollgate.Tests.Runs;

/// <summary>
/// Makes of this assembly, started with DOTNET_STARTUP_HOOKS, a program that writes a run file until it is killed: the
/// runtime wants a type of this name outside all namespaces. It writes to standard output how much is committed.
/// </summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for it there.")]
internal static class StartupHook
{
    /// <summary>A session is over after so many exchanges.</summary>
    public const int ExchangesOfASession = 10;

    public const string PathVariable = "TOLLGATE_TEST_RUN_FILE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is not { } path)
        {
            return;
        }

        var writer = RunWriter.TryCreate(path, RunFolder.Info, TimeProvider.System, out var error, waitWhenFull: true)
            ?? throw new InvalidOperationException(error);
        var told = 0L;
        for (var id = 0L; ; id++)
        {
            writer.Issued("a");
            writer.Ended(RunFolder.Exchange(id));
            if (id % ExchangesOfASession == ExchangesOfASession - 1)
            {
                writer.Ended(SessionRowsTests.Session(id / ExchangesOfASession, "a"));
            }

            if (writer.Committed > told)
            {
                told = writer.Committed;
                Console.Out.WriteLine(told);
                Console.Out.Flush();
            }
        }
    }
}
