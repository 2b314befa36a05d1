namespace Tollgate.Gate.Evidence;

/// <summary>How what failed counts, on both sides alike: whole sentences, for reports.</summary>
internal static class FailureRules
{
    public const string Exchanges =
        "An exchange that failed is slower than every other in first token and first answer, and slower than every rate; attempts that a retry mended are among them.";

    public const string Tasks =
        "A request that no retry mended is slower than every other in waiting and task time; one that was mended has the time that it took in the end.";

    public const string Turns =
        "The turn in which a call broke off, because the provider failed or the caller hung up, is slower than every other in what callers feel, and outside of the budget.";

    public const string Cancelled =
        "An exchange that the caller spoke into, or that was stopped, has the waits that it came to and no others; one that the caller hung up on failed.";

    public const string Cost =
        "Cost is all that was spent, over the sessions that reached an end: what a broken call cost is borne by the others.";

    public const string Scores =
        "What a call that broke off did not come to, and the same call with the other model did, is counted as wrong.";

    public const string WarmUp = "What warmed up is in no number.";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Exchanges, Tasks, Turns, Cancelled, Cost, Scores, WarmUp];
}
