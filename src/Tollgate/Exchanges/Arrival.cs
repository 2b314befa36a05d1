namespace Tollgate.Exchanges;

/// <summary>One event that carried model output.</summary>
/// <param name="AtNs">Nanoseconds on the run's monotonic axis.</param>
/// <param name="Characters">Unicode code points in it, at least 1; of a tool call's opening, those of its name.</param>
/// <param name="Kind">What it carried.</param>
/// <param name="Coalesced">
/// It came in the same read as the arrival before it: <paramref name="AtNs"/> is the stamp of the read's last byte and
/// so an upper bound; the instant of the arrival before the read is the lower one.
/// </param>
/// <param name="LagNs">
/// The process's clock after the read less the kernel's stamp; 0 where there is no kernel stamp.
/// </param>
public readonly record struct Arrival(long AtNs, int Characters, ArrivalKind Kind, bool Coalesced, int LagNs);
