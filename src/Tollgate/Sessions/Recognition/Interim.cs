namespace Tollgate.Sessions.Recognition;

/// <summary>
/// A hypothesis shown while the caller speaks. Its last words are not settled: later ones may change them.
/// </summary>
/// <param name="Fraction">The share of the utterance's words that were spoken by then, above 0 and at most 1.</param>
/// <param name="Text">What the recogniser believes so far.</param>
internal readonly record struct Interim(double Fraction, string Text);
