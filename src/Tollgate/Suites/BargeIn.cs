namespace Tollgate.Suites;

/// <summary>Where the caller speaks into a reply. One of the two is given.</summary>
/// <param name="Words">
/// After the caller has heard so many words of it; 1 or more. What the agent said before its last tools ran does not
/// count.
/// </param>
/// <param name="After">So long after its first audible word.</param>
public sealed record BargeIn(int? Words, TimeSpan? After);
