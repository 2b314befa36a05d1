namespace Tollgate.Exchanges;

/// <summary>The place of an exchange in a rehearsal.</summary>
/// <param name="Session">
/// The session's number in the run; sessions of different targets that play the same share it.
/// </param>
/// <param name="Turn">1 for the caller's first; 0 for what comes after the call.</param>
public readonly record struct SessionTurn(long Session, int Turn);
