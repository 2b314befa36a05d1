namespace Tollgate.Gate.Judging;

/// <summary>What became of one criterion.</summary>
public enum RowOutcome : byte
{
    /// <summary>Neither a win nor a safe hold is shown, nor a bad loss.</summary>
    Open,

    /// <summary>Better by more than the margin.</summary>
    Won,

    /// <summary>Not won, or not yet, and shown not to be badly lost.</summary>
    NonInferior,

    /// <summary>Worse by more than the margin of a bad loss.</summary>
    Inferior,

    /// <summary>The candidate's value breaks a floor or a ceiling.</summary>
    OverTheLimit,

    /// <summary>A run does not have the figure, and the rubric lets it be left out.</summary>
    LeftOut,
}
