using Tollgate.Acts;
using Tollgate.Measures.OfExchanges;
using Tollgate.Scores.Calls;

namespace Tollgate.Reports.Json.Figures;

/// <summary>The mean parts of a turn's task time in the JSON document, in milliseconds.</summary>
internal sealed record TurnPartsDocument(
    double Hearing, double Retries, double SendDelay, double FirstToken, double Reasoning, double ToolWriting,
    double Output, double ToolRun);
