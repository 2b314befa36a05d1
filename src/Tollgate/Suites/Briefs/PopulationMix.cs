namespace Tollgate.Suites.Briefs;

/// <summary>How the callers of a suite differ. Weights are positive and need not add up to 1.</summary>
public sealed record PopulationMix
{
    /// <summary>How many wishes a caller has, with weights.</summary>
    public IReadOnlyList<(int Wishes, double Weight)> Wishes { get; init; } = [(1, 0.5), (2, 0.35), (3, 0.15)];

    /// <summary>
    /// The agents that pick up, with weights; empty for one that can meet the first wish in seven calls of ten, and
    /// any from which that one can be reached in the others.
    /// </summary>
    public IReadOnlyList<(string Agent, double Weight)> StartsWith { get; init; } = [];

    /// <summary>The recogniser's word error rates, each 0 to 0.5, with weights.</summary>
    public IReadOnlyList<(double Rate, double Weight)> Noise { get; init; } =
        [(0, 0.3), (0.05, 0.3), (0.15, 0.3), (0.25, 0.1)];

    /// <summary>How callers talk, with weights.</summary>
    public IReadOnlyList<(Temper Temper, double Weight)> Tempers { get; init; } =
    [
        (Temper.Even, 4), (Temper.Talkative, 2), (Temper.Curt, 2), (Temper.Hurried, 1), (Temper.HardOfHearing, 1),
    ];

    /// <summary>The share of callers who break into a long reply; 0 to 1, as are the shares below.</summary>
    public double Interrupts { get; init; } = 0.2;

    /// <summary>The share of callers of whom a turn is cut up.</summary>
    public double Cuts { get; init; } = 0.15;

    /// <summary>The share of callers who change their mind, where a wish of theirs allows it.</summary>
    public double Changes { get; init; } = 0.2;

    /// <summary>The share of callers who have a question or remark that stands for itself.</summary>
    public double Asides { get; init; } = 0.3;

    /// <summary>The share of callers of whom a tool fails.</summary>
    public double Faults { get; init; } = 0.15;

    /// <summary>The share of callers who murmur during long replies.</summary>
    public double Backchannels { get; init; } = 0.1;
}
