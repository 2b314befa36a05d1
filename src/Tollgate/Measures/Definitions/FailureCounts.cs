namespace Tollgate.Measures.Definitions;

/// <summary>
/// What a failed exchange, task or turn counts as where a candidate is judged; in reports it is in none.
/// </summary>
internal enum FailureCounts : byte
{
    /// <summary>It has no value of this measure, or the one that it came to.</summary>
    Nothing,

    /// <summary>Worse than every value; of a share, a trial that was wrong.</summary>
    Worst,
}
