using System.Diagnostics;

namespace Tollgate.LoadBench;

/// <summary>The simulated providers as a process on the first core, and the truth that it writes.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const int Core = 0;
    private static readonly TimeSpan HangUpTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider time;
    private readonly Process process;
    private readonly FileStream truth;
    private byte[] rest = [];

    private Server(TimeProvider time, Process process, FileStream truth, Uri url)
    {
        this.time = time;
        this.process = process;
        this.truth = truth;
        Url = url;
    }

    public Uri Url { get; }

    public static async Task<Server> StartAsync(TimeProvider time, Files files, bool tls, CancellationToken stop)
    {
        var truthPath = files.Temporary(tls ? "truth-tls.jsonl" : "truth.jsonl");
        string[] arguments =
        [
            files.Cli, "simulate", "--port", "0", "--profiles", files.Profiles, "--truth", truthPath,
            .. (string[])(tls ? ["--tls"] : []),
        ];
        var process = Child.Start(Core, "dotnet", arguments);
        try
        {
            using var bound = CancellationTokenSource.CreateLinkedTokenSource(stop);
            bound.CancelAfter(HangUpTimeout);
            var line = await process.StandardOutput.ReadLineAsync(bound.Token);
            if (!Uri.TryCreate(line, UriKind.Absolute, out var url))
            {
                throw new BenchException($"the server did not start: {await process.StandardError.ReadToEndAsync(bound.Token)}");
            }

            return new Server(
                time, process, new FileStream(truthPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), url);
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The records that were written since the last call, once there are at least that many, by request id.
    /// </summary>
    public async Task<Dictionary<string, TruthRecord>> TakeTruthAsync(long count, CancellationToken stop)
    {
        var records = new Dictionary<string, TruthRecord>();
        var began = time.GetTimestamp();
        while (true)
        {
            await ReadAsync(records, stop);
            if (records.Count >= count)
            {
                return records;
            }

            if (time.GetElapsedTime(began) > HangUpTimeout)
            {
                throw new BenchException($"the truth has {records.Count} requests where {count} were sent");
            }

            await Task.Delay(LookEvery, time, stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Machine.Terminate(process.Id);
        using (var patience = new CancellationTokenSource(HangUpTimeout, time))
        {
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        await truth.DisposeAsync();
    }

    private async Task ReadAsync(Dictionary<string, TruthRecord> records, CancellationToken stop)
    {
        var fresh = new byte[truth.Length - truth.Position];
        await truth.ReadExactlyAsync(fresh, stop);
        byte[] bytes = [.. rest, .. fresh];
        var start = 0;
        for (int length; (length = bytes.AsSpan(start).IndexOf((byte)'\n')) >= 0; start += length + 1)
        {
            var (id, record) = TruthRecord.Parse(bytes.AsMemory(start, length));
            records[id] = record;
        }

        rest = bytes[start..];
    }
}
