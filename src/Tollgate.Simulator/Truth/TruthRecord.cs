using Tollgate.Exchanges;
using Tollgate.Simulator.Faults;

namespace Tollgate.Simulator.Truth;

/// <summary>
/// What the server did for one request, by its own account. Instants are nanoseconds on the machine's monotonic clock.
/// Complete once <see cref="TruthLog"/> gives it out; it does not change afterwards.
/// </summary>
internal sealed class TruthRecord
{
    private TokenWrite[] writes = [];
    private int count;

    /// <summary>The id that the answer's header bears.</summary>
    public required string RequestId { get; init; }

    /// <summary>The wire, such as <c>openai-chat</c>.</summary>
    public required string Wire { get; init; }

    /// <summary>The model that was asked for; empty where the request did not say.</summary>
    public string Model { get; internal set; } = "";

    public string? Region { get; internal set; }

    /// <summary>When the request's last byte arrived.</summary>
    public required long ArrivedNs { get; init; }

    /// <summary>Who stamped <see cref="ArrivedNs"/>: the kernel, or this process after the read.</summary>
    public required StampSource ArrivedStamp { get; init; }

    /// <summary>When it left the queue for a slot; null where it never did.</summary>
    public long? ServedNs { get; internal set; }

    /// <summary>Just before the headers were handed to the kernel; null where none were.</summary>
    public long? HeadersNs { get; internal set; }

    /// <summary>
    /// Just before the answer's last byte was handed to the kernel, or when the connection was given up.
    /// </summary>
    public long EndNs { get; internal set; }

    /// <summary>The HTTP status; 0 where none was sent.</summary>
    public int Status { get; internal set; }

    /// <summary>Every write that carried model output, in order; the instants never fall.</summary>
    public ReadOnlySpan<TokenWrite> Writes => writes.AsSpan(0, count);

    /// <summary>The counts that the answer reports, or would have reported.</summary>
    public Usage Usage { get; internal set; }

    public TruthOutcome Outcome { get; internal set; }

    /// <summary>What was injected, in the words of <see cref="Injection"/>; null for nothing.</summary>
    public string? Fault { get; internal set; }

    internal void Expect(int expected) => writes = new TokenWrite[expected];

    internal void Add(TokenWrite write)
    {
        if (count == writes.Length)
        {
            Array.Resize(ref writes, Math.Max(16, count * 2));
        }

        writes[count++] = write;
    }

    // The kernel took the last write later than at the first try.
    internal void AmendLast(long atNs)
    {
        var last = writes[count - 1];
        writes[count - 1] = last with { AtNs = atNs, LateNs = Clamp(last.LateNs + (atNs - last.AtNs)) };
    }

    internal static int Clamp(long ns) => (int)Math.Clamp(ns, int.MinValue, int.MaxValue);
}
