using Tollgate.Scores.Outcomes;
using Tollgate.Statistics;

namespace Tollgate.Scores.Catalog;

/// <summary>One score over several sessions.</summary>
/// <param name="Name">One of <see cref="ScoreCatalog"/>.</param>
/// <param name="Total">What was counted in all.</param>
/// <param name="Sessions">The sessions that had a trial of it.</param>
/// <param name="Estimate">Its value with its interval.</param>
public sealed record ScoreLine(string Name, ScoreCount Total, int Sessions, Estimate Estimate);
