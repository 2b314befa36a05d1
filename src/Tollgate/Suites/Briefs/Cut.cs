namespace Tollgate.Suites.Briefs;

/// <summary>
/// A turn that the recogniser takes for finished too soon: the agent gets its first words and begins to answer, until
/// the caller goes on.
/// </summary>
/// <param name="Words">The words that go out first; 1 or more, fewer than the step has.</param>
/// <param name="Pause">How long the caller pauses; longer than the end-pointing waits.</param>
/// <param name="TrailsOff">The rest is never said.</param>
public sealed record Cut(int Words, TimeSpan Pause, bool TrailsOff);
