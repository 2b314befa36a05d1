namespace Tollgate.Measures.Readings;

/// <summary>A task's first attempt.</summary>
/// <param name="IntendedNs">When it was to leave, in nanoseconds on the run's axis.</param>
/// <param name="Fresh">It opened a connection.</param>
internal readonly record struct TaskStart(long IntendedNs, bool Fresh);
