namespace Tollgate.Suites.Importing.Sgd;

/// <summary>What a user says in a turn.</summary>
/// <param name="Utterance">The words.</param>
/// <param name="Informs">The values in it.</param>
internal sealed record SgdUserTurn(string Utterance, IReadOnlyList<SgdInform> Informs);
