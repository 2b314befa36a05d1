namespace Tollgate.Suites.Importing;

/// <summary>What of a data set becomes a suite.</summary>
internal sealed record ImportOptions
{
    /// <summary>The suite's name; null for that of the data set.</summary>
    public string? Name { get; init; }

    /// <summary>The recogniser's word error rate of every call, 0 to 0.5.</summary>
    public double Noise { get; init; }

    /// <summary>The most entries to take, from the first; null for all.</summary>
    public int? Most { get; init; }
}
