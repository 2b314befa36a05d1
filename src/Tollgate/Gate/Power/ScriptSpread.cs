namespace Tollgate.Gate.Power;

/// <summary>
/// How differently scripts are taken to suit two models: the standard deviation, over scripts, of what is a script's
/// own in the difference between them. Half of its variance is on each side, unless all of it is the candidate's.
/// </summary>
/// <param name="Logit">Of shares, on the logit; 0 or more.</param>
/// <param name="Relative">Of times, rates and costs, as a share of them (on the logarithm); 0 or more.</param>
internal sealed record ScriptSpread(double Logit, double Relative)
{
    /// <summary>What is assumed unless somebody says otherwise.</summary>
    public static ScriptSpread Usual { get; } = new(0.5, 0.1);

    /// <summary>Scripts suit both models alike.</summary>
    public static ScriptSpread None { get; } = new(0, 0);

    /// <summary>All of it is the candidate's, which suits some scripts and fails on others.</summary>
    public bool OnCandidateAlone { get; init; }

    /// <summary>The part of a standard deviation that is one side's.</summary>
    internal double Of(double spread, bool candidate) => OnCandidateAlone ? (candidate ? spread : 0) : spread * Half;

    internal const double Half = 0.70710678118654752;
}
