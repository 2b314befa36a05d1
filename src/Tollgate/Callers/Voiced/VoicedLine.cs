namespace Tollgate.Callers.Voiced;

/// <summary>What a model says in a caller's place, and what it means by it.</summary>
/// <param name="Say">The words; empty where the caller hangs up.</param>
/// <param name="BringsUp">The wishes that it brings up, by name.</param>
/// <param name="Agrees">It gives leave, or takes an offer.</param>
/// <param name="HangsUp">The caller hangs up behind it.</param>
internal sealed record VoicedLine(string Say, IReadOnlyList<string> BringsUp, bool Agrees, bool HangsUp);
