namespace Tollgate.Advice;

/// <summary>What the advice is to go by.</summary>
internal sealed record AdviceSettings
{
    public static AdviceSettings Default { get; } = new();

    /// <summary>The longest that 95% of callers may wait for the first answer, in milliseconds.</summary>
    public double VoiceWaitMs { get; init; } = 800;

    /// <summary>A chat's answer is there, for its reader, with this many tokens.</summary>
    public double ChatTokens { get; init; } = 100;

    /// <summary>
    /// A target whose share of failures is above this for certain (0 to 1) is left out where another is not.
    /// </summary>
    public double FailureShare { get; init; } = 0.05;
}
