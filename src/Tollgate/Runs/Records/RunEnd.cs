namespace Tollgate.Runs.Records;

/// <summary>What a run came to, written when it ended in order.</summary>
/// <param name="Reason">Why it was over: <c>finished</c>, <c>stopped</c> or <c>aborted</c>.</param>
/// <param name="Valid">Its totals add up and nothing was lost.</param>
/// <param name="Warnings">What a reader of its numbers must know; a sentence each.</param>
internal sealed record RunEnd(string Reason, bool Valid, IReadOnlyList<string> Warnings);
