namespace Tollgate.Suites.Briefs;

/// <summary>A word of agreement while the agent speaks: it is no turn and stops nothing.</summary>
/// <param name="Say">Such as <c>mhm</c>.</param>
/// <param name="Words">After the caller has heard so many words of the reply; 1 or more.</param>
internal sealed record Backchannel(string Say, int Words);
