namespace Tollgate.Gate.Rubrics;

/// <summary>What becomes of a pair in which a side has no value of a number that the team brings.</summary>
public enum MissingNumber : byte
{
    /// <summary>There is no verdict: every session needs a value.</summary>
    Refuse,

    /// <summary>The pair is out of this criterion on both sides.</summary>
    LeaveOut,

    /// <summary>The missing value counts as the worst.</summary>
    Worst,
}
