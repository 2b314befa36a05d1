namespace Tollgate.Reports;

/// <summary>
/// The parts of a difference, in milliseconds: their sum, in this order, is the difference to the last bit.
/// </summary>
public sealed record ComparisonPartsDocument(double FirstToken, double Rate, double Tokens);
