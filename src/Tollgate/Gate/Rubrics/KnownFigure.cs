using Tollgate.Figures;

namespace Tollgate.Gate.Rubrics;

/// <summary>A figure that runs have of themselves.</summary>
/// <param name="Source">A measure or a score.</param>
/// <param name="Name">As run files and documents spell it.</param>
/// <param name="Kind">
/// How it is drawn; <see cref="FigureKind.Quantile"/> where a rubric must say which statistic of its values is meant.
/// </param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Better">Which way it gets better, unless a rubric says otherwise.</param>
internal sealed record KnownFigure(
    FigureSource Source, string Name, FigureKind Kind, FigureUnit Unit, BetterWhen Better)
{
    /// <summary>What it is usually like; null for as any figure of its kind.</summary>
    public UsualShape? Usual { get; init; }

    /// <summary>How it was spelled before; null for never otherwise. A rubric may still have it.</summary>
    public string? FormerName { get; init; }

    /// <summary>
    /// How a rubric's canonical form spells it: as it was first published, so that a new name changes no digest.
    /// </summary>
    public string FormName => FormerName ?? Name;

    /// <summary>It has many values in a session, so that a statistic of them must be named.</summary>
    public bool HasValues => Kind == FigureKind.Quantile;

    /// <summary>The figure where it has no statistic, and otherwise the mean of its values.</summary>
    public Figure Whole => HasValues
        ? new Figure(Source, Name, FigureKind.Mean, Unit) { HasQuantiles = true }
        : new Figure(Source, Name, Kind, Unit);

    /// <summary>A quantile of its values.</summary>
    /// <param name="quantile">Above 0 and below 1.</param>
    /// <exception cref="InvalidOperationException">It has no values of its own.</exception>
    public Figure At(double quantile) => HasValues
        ? new Figure(Source, Name, FigureKind.Quantile, Unit, quantile) { HasQuantiles = true }
        : throw new InvalidOperationException($"{Name} has no quantiles.");
}
