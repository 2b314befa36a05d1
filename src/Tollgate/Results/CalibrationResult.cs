namespace Tollgate.Results;

/// <summary>The instrument's error against a server that recorded what it sent when.</summary>
/// <param name="ErrorMs">The error of the first token.</param>
/// <param name="N">How many exchanges were compared.</param>
internal sealed record CalibrationResult(CalibrationError ErrorMs, long N);
