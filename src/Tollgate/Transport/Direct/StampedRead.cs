namespace Tollgate.Transport.Direct;

/// <summary>One read of a socket.</summary>
/// <param name="Number">1, 2, 3 ... for one answer; 0 is none.</param>
/// <param name="AtNs">Its stamp on the monotonic axis, in nanoseconds.</param>
/// <param name="LagNs">The process's clock after it less the kernel's stamp, in nanoseconds.</param>
internal readonly record struct StampedRead(int Number, long AtNs, int LagNs);
