using Tollgate.Measures.Readings;
using Tollgate.Statistics;

namespace Tollgate.Measures.Summaries;

/// <summary>How many exchanges kept every limit. Failed ones kept none; cancelled ones are not asked.</summary>
/// <param name="Limits">What was asked.</param>
/// <param name="Good">Exchanges that kept every limit.</param>
/// <param name="Of">Exchanges that completed or failed.</param>
/// <param name="Share">Good / of, 0 to 1, with Wilson's interval; null where there were none.</param>
/// <param name="PerSecond">
/// Good exchanges for each second from the first intended start to the last end; null without time.
/// </param>
internal sealed record Goodput(Limits Limits, long Good, long Of, Estimate? Share, double? PerSecond);
