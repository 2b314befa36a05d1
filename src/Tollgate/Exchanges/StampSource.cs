namespace Tollgate.Exchanges;

/// <summary>Who took the arrival stamps.</summary>
public enum StampSource : byte
{
    /// <summary>The kernel, as the bytes came off the network (SO_TIMESTAMPNS).</summary>
    Kernel,

    /// <summary>This process's monotonic clock, straight after the read returned.</summary>
    Process,

    /// <summary>Virtual time: exact by construction.</summary>
    Virtual,
}
