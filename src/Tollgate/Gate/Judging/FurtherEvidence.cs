namespace Tollgate.Gate.Judging;

/// <summary>How much more evidence a verdict asks for.</summary>
/// <param name="Pairs">Further pairs of sessions.</param>
/// <param name="Scripts">
/// Of how many further scripts they are to be; 0 where more repeats of the same scripts do.
/// </param>
public readonly record struct FurtherEvidence(int Pairs, int Scripts);
