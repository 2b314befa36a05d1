namespace Tollgate.Suites.Importing.Sgd;

/// <summary>A user's word on a slot.</summary>
/// <param name="Value">The value as calls have it.</param>
/// <param name="Words">The words that stand in the turn.</param>
internal sealed record SgdInform(string Slot, string Value, string Words);
