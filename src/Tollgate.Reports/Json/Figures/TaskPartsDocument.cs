using Tollgate.Measures.OfExchanges;
using Tollgate.Scores.Calls;

namespace Tollgate.Reports.Json.Figures;

/// <summary>Mean parts of a completed task's time, in milliseconds. They add up to the mean task time.</summary>
internal sealed record TaskPartsDocument(
    double Retries, double SendDelay, double FirstToken, double Reasoning, double Tool, double Output);
