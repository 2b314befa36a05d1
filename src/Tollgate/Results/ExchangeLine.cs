using Tollgate.Exchanges;

namespace Tollgate.Results;

/// <summary>One exchange of a run, with what was measured of it.</summary>
/// <param name="Run">The run's name.</param>
/// <param name="Exchange">What was recorded, without what was said.</param>
/// <param name="Values">
/// The values of <see cref="ExchangeLines.Measures"/>, in their order and units; null for one that the exchange does not
/// have: a warm-up has none, a failed exchange has no latency.
/// </param>
internal sealed record ExchangeLine(string Run, Exchange Exchange, IReadOnlyList<double?> Values);
