namespace Tollgate.Sessions.Phone;

/// <summary>A word as it is spoken.</summary>
/// <param name="Start">Where it begins in its text, in characters.</param>
/// <param name="End">Where it ends, what clings to it included.</param>
/// <param name="Beats">How long it takes, in plain words: a number is read out digit by digit, or in groups.</param>
internal readonly record struct SpokenWord(int Start, int End, int Beats);
