namespace Tollgate.Measures.Observations;

/// <summary>What came of observing a measure once.</summary>
internal enum ObservationState : byte
{
    /// <summary>It has a value.</summary>
    Value,

    /// <summary>What it would be of failed: it has none.</summary>
    Failed,

    /// <summary>What it would be of was cancelled: the value is the one that it came to, NaN for none.</summary>
    Cancelled,

    /// <summary>What it would be of completed and did not have it, such as a first answer of reasoning alone.</summary>
    Missing,
}
