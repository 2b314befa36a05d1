using Tollgate.Exchanges;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.Observations;

/// <summary>Counts what became of the connections of one target's exchanges. Not thread-safe.</summary>
internal sealed class ConnectionTally
{
    private long reused, replaced, warm, fresh;

    /// <summary>
    /// Whether the server keeps no connections, so that latencies of fresh ones count with the others: it had closed
    /// most of those that exchanges could have used again, or no latency is of a warm one. Keeping them apart would
    /// leave the few exchanges on the connections that were opened ahead of the load.
    /// </summary>
    public bool KeepsNone => replaced > reused || (warm == 0 && fresh > 0);

    public void Add(ExchangeReading reading)
    {
        var remarks = reading.Exchange.Remarks;
        reused += remarks.HasFlag(ExchangeRemarks.ConnectionReused) ? 1 : 0;
        replaced += remarks.HasFlag(ExchangeRemarks.ConnectionReplaced) ? 1 : 0;
        if (reading.IsMeasured)
        {
            warm += reading.IsFresh ? 0 : 1;
            fresh += reading.IsFresh ? 1 : 0;
        }
    }
}
