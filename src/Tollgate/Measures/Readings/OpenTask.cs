using Tollgate.Exchanges;

namespace Tollgate.Measures.Readings;

/// <summary>A task whose last attempt so far did not complete.</summary>
/// <param name="Start">Its first attempt.</param>
/// <param name="Last">How its last attempt ended: failed or cancelled.</param>
/// <param name="Turn">Where it stands in a rehearsal; null outside of one.</param>
internal readonly record struct OpenTask(TaskStart Start, Outcome Last, SessionTurn? Turn);
