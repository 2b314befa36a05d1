namespace Tollgate.Suites.Sgd;

/// <summary>What of the dialogues becomes a suite.</summary>
public sealed record SgdOptions
{
    /// <summary>The suite's name.</summary>
    public string Name { get; init; } = "sgd";

    /// <summary>The day and the time of every call; the data set's own dialogues are of March 1st 2019.</summary>
    public DateTime Now { get; init; } = new(2019, 3, 1, 8, 0, 0);

    /// <summary>The recogniser's word error rate of every session, 0 to 0.5.</summary>
    public double Noise { get; init; }

    /// <summary>The most dialogues to take, from the first; null for all.</summary>
    public int? Most { get; init; }
}
