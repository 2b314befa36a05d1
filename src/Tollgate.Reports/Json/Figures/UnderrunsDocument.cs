namespace Tollgate.Reports.Json.Figures;

/// <summary>How often speech underran, in the JSON document.</summary>
internal sealed record UnderrunsDocument(long Count, long Turns, EstimateDocument? Share, double TotalMs);
