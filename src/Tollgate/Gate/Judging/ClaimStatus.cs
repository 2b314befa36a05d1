namespace Tollgate.Gate.Judging;

/// <summary>What the interval says of a claim.</summary>
public enum ClaimStatus : byte
{
    /// <summary>Neither: the interval has both sides of the margin, or there is none.</summary>
    Open,

    /// <summary>The whole interval is on the claim's side.</summary>
    Demonstrated,

    /// <summary>The whole interval is on the other side.</summary>
    Refuted,
}
