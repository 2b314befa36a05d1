namespace Tollgate.Gate.Power;

/// <summary>How much a study of power simulates.</summary>
internal sealed record PowerEffort
{
    /// <summary>Less than a minute on two processors for a rubric of four criteria and some hundred sessions.</summary>
    public static PowerEffort Usual { get; } = new();

    /// <summary>A quarter of it, for a first look at what is published.</summary>
    public static PowerEffort Quick { get; } =
        new() { EqualTrials = 600, BadTrials = 300, SizeTrials = 100, Resamples = 200 };

    /// <summary>Candidates that are equal to their baseline.</summary>
    public int EqualTrials { get; init; } = 1500;

    /// <summary>Candidates of each other kind.</summary>
    public int BadTrials { get; init; } = 1000;

    /// <summary>Candidates at each size.</summary>
    public int SizeTrials { get; init; } = 400;

    /// <summary>How often sessions are resampled in a trial.</summary>
    public int Resamples { get; init; } = 300;

    /// <summary>No size is tried with more sessions than that, over all criteria.</summary>
    public int MaxSize { get; init; } = 60_000;

    /// <summary>On so many processors at once, 1 or more; -1 for all. The report is the same.</summary>
    public int Processors { get; init; } = -1;
}
