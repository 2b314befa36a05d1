namespace Tollgate.Gate.Rubrics;

/// <summary>What a rubric makes of the scores' own errors.</summary>
internal enum ScoreErrorRule : byte
{
    /// <summary>Margins and limits are those of shares that are corrected for the measured errors.</summary>
    Measured,

    /// <summary>What was observed counts as it is.</summary>
    Ignored,
}
