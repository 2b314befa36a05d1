namespace Tollgate.Gate.Judging;

/// <summary>What the gate says.</summary>
public enum VerdictOutcome : byte
{
    /// <summary>The evidence is too thin for either.</summary>
    Inconclusive,

    Adopt,

    Reject,
}
