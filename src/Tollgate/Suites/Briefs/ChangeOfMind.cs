namespace Tollgate.Suites.Briefs;

/// <summary>
/// A caller first says something else than what is wanted in the end: <paramref name="First"/> until the agent reads it
/// back, asks leave or says that it is done, and the wish's own fact from then on.
/// </summary>
/// <param name="First">The facts that are said first, by slot; each is also a fact of the wish.</param>
public sealed record ChangeOfMind(IReadOnlyDictionary<string, CallerFact> First);
