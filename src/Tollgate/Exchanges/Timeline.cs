namespace Tollgate.Exchanges;

/// <summary>The instants of one exchange: nanoseconds on the run's monotonic axis; null for what never came.</summary>
public sealed record Timeline
{
    /// <summary>When the load schedule wanted it to leave.</summary>
    public required long IntendedNs { get; init; }

    /// <summary>When the connection began to be opened for this exchange; null where it used an open one.</summary>
    public long? ConnectStartNs { get; init; }

    /// <summary>When that connection was ready, TLS included.</summary>
    public long? ConnectedNs { get; init; }

    /// <summary>When the last byte of the request was handed to the kernel.</summary>
    public long? SentNs { get; init; }

    /// <summary>When the first byte of the answer came.</summary>
    public long? FirstByteNs { get; init; }

    /// <summary>When the answer's headers were complete.</summary>
    public long? HeadersNs { get; init; }

    /// <summary>When the stream's own end marker came; null where it failed or was cancelled.</summary>
    public long? EndNs { get; init; }

    /// <summary>When it was over: the end marker, the failure or the cancellation.</summary>
    public required long OverNs { get; init; }

    /// <summary>Every event that carried model output, in order; instants never fall.</summary>
    public ReadOnlyMemory<Arrival> Arrivals { get; init; }

    /// <summary>Who took the stamps.</summary>
    public StampSource Stamp { get; init; }

    /// <summary>The first model output of any kind.</summary>
    public long? FirstTokenNs => Arrivals.Length == 0 ? null : Arrivals.Span[0].AtNs;

    /// <summary>The first visible text or tool call.</summary>
    public long? FirstAnswerNs
    {
        get
        {
            foreach (ref readonly var arrival in Arrivals.Span)
            {
                if (arrival.Kind != ArrivalKind.Reasoning)
                {
                    return arrival.AtNs;
                }
            }

            return null;
        }
    }

    /// <summary>The last model output of any kind.</summary>
    public long? LastTokenNs => Arrivals.Length == 0 ? null : Arrivals.Span[^1].AtNs;
}
