using Tollgate.Exchanges;
using Tollgate.Simulator.Http;

namespace Tollgate.Simulator.Server;

/// <summary>
/// One connection's protocol without its socket: bytes go in with the instant of their arrival, writes come out when
/// they are due. Requests are answered one after the other. Not thread-safe; its loop calls it.
/// </summary>
internal sealed class Connection(ServerCore core, Action<Connection> wake)
{
    // Of requests that come before their turn; the kernel keeps the others.
    private const int MaxAhead = 64 * 1024;

    private readonly HttpReader reader = new();
    private IAnswer? answer;
    private Action? wakeThis;
    private long arrivedNs;
    private StampSource arrivedStamp;
    private bool sayContinue;
    private bool continueWritten;
    private Next next;

    /// <summary>The socket's side of it, for the loop to keep.</summary>
    public object? Peer { get; set; }

    /// <summary>When <see cref="Render"/> is to be called; <see cref="long.MaxValue"/> for not yet.</summary>
    public long DueNs => sayContinue ? 0 : answer?.DueNs ?? long.MaxValue;

    public bool Trickle => answer?.Trickle ?? false;

    /// <summary>An answer is under way, and enough has come behind its request: nothing more is to be read.</summary>
    public bool IsFull => answer is not null && reader.Waiting >= MaxAhead;

    public void Receive(ReadOnlySpan<byte> bytes, long atNs, StampSource stamp)
    {
        arrivedNs = atNs;
        arrivedStamp = stamp;
        reader.Add(bytes);
        if (answer is null)
        {
            ReadOn();
        }
    }

    /// <summary>Renders what is due. Afterwards <see cref="Written"/> is called, and then the bytes are sent.</summary>
    public Next Render(ByteBuffer into, long nowNs)
    {
        continueWritten = sayContinue;
        if (sayContinue)
        {
            sayContinue = false;
            into.Add("HTTP/1.1 100 Continue\r\n\r\n"u8);
            return next = Next.More;
        }

        return next = answer?.Render(into, nowNs) ?? Next.More;
    }

    public void Written(long atNs)
    {
        if (!continueWritten)
        {
            answer?.Written(atNs);
        }
    }

    /// <summary>The kernel took the last write only now.</summary>
    public void Delayed(long atNs) => answer?.Delayed(atNs);

    /// <summary>The answer is with the kernel: the next request has its turn.</summary>
    public void Sent()
    {
        if (next is Next.Done)
        {
            answer = null;
            ReadOn();
        }
    }

    public void Gone(long atNs)
    {
        if (next is not (Next.DoneAndClose or Next.Reset))
        {
            answer?.Gone(atNs);
        }

        answer = null;
    }

    private void ReadOn()
    {
        var status = reader.Read(out var request, out var wantsContinue);
        sayContinue |= wantsContinue;
        if (status > 0)
        {
            answer = core.Malformed(status, arrivedNs, arrivedStamp);
        }
        else if (request is not null)
        {
            next = Next.More;
            answer = core.Begin(request, arrivedNs, arrivedStamp, wakeThis ??= () => wake(this));
            reader.Release(request);
        }
    }
}
