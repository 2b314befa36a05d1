namespace Tollgate.Measures.Comparing;

/// <summary>What a comparison shows of the candidate.</summary>
internal enum Direction : byte
{
    /// <summary>Neither: the interval of the difference holds 0, or there is none.</summary>
    NotShown,

    Faster,

    Slower,
}
