namespace Tollgate.Exchanges;

/// <summary>How an exchange was over.</summary>
public enum Outcome : byte
{
    /// <summary>The stream's own end marker came.</summary>
    Completed,

    /// <summary>It failed; <see cref="Exchange.Failure"/> says how. A time-out is a failure.</summary>
    Failed,

    /// <summary>Whoever asked for it took it back: the user stopped the run, or the caller interrupted.</summary>
    Cancelled,
}
