using Tollgate.Exchanges;

namespace Tollgate.Wires.Answers;

/// <summary>A text that stands in an event's data without an escape.</summary>
/// <param name="Start">Where it begins in the data, in bytes.</param>
/// <param name="Length">Its bytes; at least 1.</param>
/// <param name="Kind">What it was taken for.</param>
internal readonly record struct PlainText(int Start, int Length, ArrivalKind Kind);
