using Tollgate.Language.Words;
using Tollgate.Load.Schedules;
using Tollgate.Measures.OfExchanges;

namespace Tollgate.Reports.Json;

/// <summary>The intervals of the parts of a difference, in milliseconds.</summary>
internal sealed record ComparisonPartIntervalsDocument(
    IReadOnlyList<double?> FirstToken, IReadOnlyList<double?> Rate, IReadOnlyList<double?> Tokens);
