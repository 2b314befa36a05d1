using System.Text.Json;

namespace Tollgate.LoadBench;

/// <summary>What the server says of one request; nanoseconds on the machine's monotonic clock.</summary>
/// <param name="ArrivedNs">The kernel's stamp of the request.</param>
/// <param name="WritesNs">Just before each token was handed to the kernel.</param>
/// <param name="LateNs">How long after its due instant each write came.</param>
internal sealed record TruthRecord(long ArrivedNs, long[] WritesNs, int[] LateNs)
{
    /// <summary>Just before the first token was handed to the kernel; null where none was.</summary>
    public long? FirstWriteNs => WritesNs.Length == 0 ? null : WritesNs[0];

    public static (string RequestId, TruthRecord Record) Parse(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return (
            root.GetProperty("request_id").GetString() ?? "",
            new TruthRecord(
                root.GetProperty("arrived_ns").GetInt64(),
                [.. root.GetProperty("write_ns").EnumerateArray().Select(write => write.GetInt64())],
                [.. root.GetProperty("write_late_ns").EnumerateArray().Select(late => late.GetInt32())]));
    }
}
