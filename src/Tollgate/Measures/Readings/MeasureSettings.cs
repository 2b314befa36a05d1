namespace Tollgate.Measures.Readings;

/// <summary>How the numbers of a run are to be drawn.</summary>
internal sealed record MeasureSettings
{
    /// <summary>
    /// The plan opens a connection for every exchange. Else exchanges that happened to open one are kept apart, so that
    /// cold and warm connections never meet in one number.
    /// </summary>
    public bool Cold { get; init; }

    /// <summary>A gap above this many milliseconds is a stall.</summary>
    public double StallMs { get; init; } = 250;

    /// <summary>What goodput asks of an exchange; null for no goodput.</summary>
    public Limits? Limits { get; init; }

    /// <summary>The seed of the resampling: the run's.</summary>
    public ulong Seed { get; init; } = 1;
}
