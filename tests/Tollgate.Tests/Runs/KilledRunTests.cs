using System.Diagnostics;
using System.Globalization;
using Tollgate.Runs.Records;

namespace Tollgate.Tests.Runs;

public sealed class KilledRunTests : IDisposable
{
    private readonly RunFolder folder = new();

    [Fact]
    public async Task Open_AfterTheWriterWasKilled_HasEverythingThatWasCommitted()
    {
        var path = folder.NewPath();
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(KilledRunTests).Assembly.Location])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(KilledRunTests).Assembly.Location;
        start.Environment[StartupHook.PathVariable] = path;
        using var child = Process.Start(start)!; // Null only where a shell would start it.
        var committed = 0L;
        try
        {
            // Several commits, so that the last of them is under way at some stage or other when the process dies.
            while (committed < 3000 && await child.StandardOutput.ReadLineAsync() is { } line)
            {
                committed = long.Parse(line, CultureInfo.InvariantCulture);
            }
        }
        finally
        {
            child.Kill();
            await child.WaitForExitAsync();
        }

        child.ExitCode.ShouldBe(128 + 9);
        committed.ShouldBeGreaterThanOrEqualTo(3000);
        File.Exists(path + "-wal").ShouldBeTrue();
        using var file = RunFolder.Open(path);
        file.State.ShouldBe(RunState.Interrupted);
        var ids = file.Exchanges().Select(exchange => exchange.Id).ToArray();
        ids.ShouldBe(Enumerable.Range(0, ids.Length).Select(i => (long)i));
        ids.LongLength.ShouldBeGreaterThanOrEqualTo(committed);
        file.Totals[0].Completed.ShouldBe(ids.Length);
        file.Totals[0].Issued.ShouldBeGreaterThanOrEqualTo(ids.Length);
        file.Totals[0].AddUp.ShouldBeTrue();

        // A session is queued after its last exchange: of what was committed there is at most one whose is missing.
        var sessions = file.Sessions().Select(session => session.Transcript.SessionId).ToArray();
        sessions.ShouldBe(Enumerable.Range(0, sessions.Length).Select(i => (long)i));
        sessions.Length.ShouldBeInRange(
            (ids.Length / StartupHook.ExchangesOfASession) - 1, ids.Length / StartupHook.ExchangesOfASession);
    }

    public void Dispose() => folder.Dispose();
}
