using System.Text.Json;

namespace Tollgate.LoadBench;

/// <summary>The bare epoll reader: what it costs to read streams and do nothing with them.</summary>
/// <param name="Truth">What the server wrote to it.</param>
/// <param name="Looks">At its processor time while it ran.</param>
/// <param name="EventsPerRead">The server-sent events that it counted over the reads that brought them.</param>
internal sealed record Yardstick(
    IReadOnlyCollection<TruthRecord> Truth, IReadOnlyList<CpuSample> Looks, double EventsPerRead)
{
    public static async Task<Yardstick> RunAsync(
        TimeProvider time, string reader, Server server, StreamScenario scenario, CancellationToken stop)
    {
        string[] arguments =
        [
            $"{server.Url.Port}", $"{scenario.Streams}", $"{scenario.Rounds}", "steady",
            .. (string[])(scenario.Tls ? ["tls"] : []),
        ];
        var child = await Child.RunAsync(
            time, Measured.Core, Measured.Limit, watchMemory: false, reader, arguments, stop);
        using var json = JsonDocument.Parse(child.Output);
        var truth = await server.TakeTruthAsync((long)scenario.Streams * scenario.Rounds, stop);
        return new Yardstick(
            truth.Values, child.Looks,
            json.RootElement.GetProperty("events").GetDouble() / json.RootElement.GetProperty("reads").GetDouble());
    }
}
