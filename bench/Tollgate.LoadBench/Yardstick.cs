using System.Text.Json;

namespace Tollgate.LoadBench;

/// <summary>The bare epoll reader: what it costs to read streams and do nothing with them.</summary>
/// <param name="CpuSeconds">Of the process, its start included.</param>
/// <param name="Events">The server-sent events that it counted.</param>
/// <param name="Reads">The reads that brought them.</param>
internal sealed record Yardstick(double CpuSeconds, long Events, long Reads)
{
    public static async Task<Yardstick> RunAsync(
        TimeProvider time, Files files, Server server, bool tls, int streams, int rounds, CancellationToken stop)
    {
        string[] arguments =
            [$"{server.Url.Port}", $"{streams}", $"{rounds}", "steady", .. (string[])(tls ? ["tls"] : [])];
        var child = await Child.RunAsync(
            time, Measured.Core, Measured.Limit, watchMemory: false, files.Yardstick(tls), arguments, stop);
        using var json = JsonDocument.Parse(child.Output);
        await server.TakeTruthAsync((long)streams * rounds, stop);
        return new Yardstick(
            child.CpuSeconds,
            json.RootElement.GetProperty("events").GetInt64(),
            json.RootElement.GetProperty("reads").GetInt64());
    }
}
