using Tollgate.Exchanges;

namespace Tollgate.Transport.Direct;

/// <summary>
/// The answers that one connection has carried, for what they say of its server. Owned by the loop's thread.
/// </summary>
/// <param name="keeping">What is known of the server.</param>
/// <param name="isCold">The connection is for one exchange alone, and says nothing.</param>
internal sealed class ConnectionUses(ConnectionKeeping keeping, bool isCold)
{
    private long answeredNs;

    /// <summary>It has carried an answer.</summary>
    public bool Any { get; private set; }

    /// <summary>Notes in an exchange what kind of connection it got.</summary>
    public void Mark(DirectJob job)
    {
        job.Observer.Remarks = Any ? ExchangeRemarks.ConnectionReused : ExchangeRemarks.None;
        job.Observer.FirstOn = Any || job.Request.Cold ? null : keeping;
    }

    /// <summary>An answer is over.</summary>
    /// <param name="kept">The server leaves the connection open behind it.</param>
    public void Answered(bool kept)
    {
        (Any, answeredNs) = (true, DirectLoop.NowNs);
        if (isCold)
        {
            return;
        }

        keeping.Answered();
        if (!kept)
        {
            keeping.Lost(0);
        }
    }

    /// <summary>The server closed it while it waited for another exchange, or just as that left.</summary>
    public void Lost()
    {
        if (Any)
        {
            keeping.Lost(DirectLoop.NowNs - answeredNs);
        }
    }
}
