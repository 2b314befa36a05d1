using Tollgate.Language.Words;
using Tollgate.Load.Schedules;
using Tollgate.Measures.OfExchanges;

namespace Tollgate.Reports.Json;

/// <summary>
/// The parts of a difference, in milliseconds: their sum, in this order, is the difference to the last bit.
/// </summary>
internal sealed record ComparisonPartsDocument(double FirstToken, double Rate, double Tokens);
