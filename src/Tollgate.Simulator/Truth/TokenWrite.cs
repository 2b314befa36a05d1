using Tollgate.Exchanges;

namespace Tollgate.Simulator.Truth;

/// <summary>One write to a socket that carried model output.</summary>
/// <param name="AtNs">The monotonic clock just before the call that handed the write's last byte to the kernel.</param>
/// <param name="LateNs">How long after its due instant that was.</param>
/// <param name="Tokens">The tokens in it; at least 1.</param>
/// <param name="Kind">What they are.</param>
internal readonly record struct TokenWrite(long AtNs, int LateNs, int Tokens, ArrivalKind Kind);
