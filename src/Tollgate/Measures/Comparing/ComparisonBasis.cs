namespace Tollgate.Measures.Comparing;

/// <summary>What a comparison rests on, and so what its interval can tell.</summary>
internal enum ComparisonBasis : byte
{
    /// <summary>Both were measured in one run, at the same time: what drifts treats them alike.</summary>
    SameRun,

    /// <summary>
    /// Each was measured in a run of its own: the difference holds for those two moments, and how far either drifts
    /// from one run to the next is not known.
    /// </summary>
    TwoMoments,

    /// <summary>Several runs a side: the interval holds the difference against the runs' own drift.</summary>
    SeveralRuns,
}
