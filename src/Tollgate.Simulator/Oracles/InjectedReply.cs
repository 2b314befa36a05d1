using Tollgate.Exchanges;

namespace Tollgate.Simulator.Oracles;

/// <summary>What a simulated model says instead of what is right.</summary>
/// <param name="Reply">The reply; the right one where nothing was planted.</param>
/// <param name="Planted">All that is wrong with it.</param>
internal sealed record InjectedReply(Reply Reply, IReadOnlyList<InjectedFault> Planted);
