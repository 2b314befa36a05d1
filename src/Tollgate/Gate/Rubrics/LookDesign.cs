namespace Tollgate.Gate.Rubrics;

/// <summary>How often, and at what price, the evidence may be looked at before it is all there.</summary>
public enum LookDesign : byte
{
    /// <summary>Once, when all is there.</summary>
    Once,

    /// <summary>Group-sequential with spending of O'Brien and Fleming's kind: early looks cost little.</summary>
    ObrienFleming,

    /// <summary>Group-sequential with spending of Pocock's kind: every look costs about the same.</summary>
    Pocock,

    /// <summary>As often as one likes: intervals that hold at all sizes at once.</summary>
    AlwaysValid,
}
