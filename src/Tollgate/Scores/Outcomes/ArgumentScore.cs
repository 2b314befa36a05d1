namespace Tollgate.Scores.Outcomes;

/// <summary>What became of one argument of a call.</summary>
/// <param name="Name">The argument.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Found">The JSON that was given; empty for none.</param>
/// <param name="Expected">The JSON that was expected; empty for none.</param>
public sealed record ArgumentScore(string Name, ArgumentVerdict Verdict, string Found, string Expected);
