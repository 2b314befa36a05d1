namespace Tollgate.Plans;

/// <summary>Which transport a plan asks for.</summary>
internal enum TransportChoice : byte
{
    /// <summary>The direct one where the system has it, else the other.</summary>
    Auto,

    /// <summary>Sockets read in place, with the kernel's stamps.</summary>
    Direct,

    /// <summary>The runtime's HTTP handler.</summary>
    Handler,
}
