namespace Tollgate.Statistics;

/// <summary>Figures drawn from one resample.</summary>
/// <param name="drawn">
/// Indices of the drawn units, stratum after stratum: those of the first stratum count from 0, those of the next go on
/// where they ended. A unit that was drawn twice stands twice.
/// </param>
/// <param name="figures">Where the figures go.</param>
internal delegate void ResampleStatistic(ReadOnlySpan<int> drawn, Span<double> figures);
