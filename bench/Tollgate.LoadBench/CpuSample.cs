namespace Tollgate.LoadBench;

/// <summary>A look at a process while it runs.</summary>
/// <param name="AtNs">When it was, on the machine's monotonic clock.</param>
/// <param name="CpuNs">User and system time of all its threads so far, the kernel's count to the nanosecond.</param>
internal readonly record struct CpuSample(long AtNs, long CpuNs);
