using Tollgate.Measures;
using Tollgate.Measures.Catalog;
using Tollgate.Measures.Definitions;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Definitions;

namespace Tollgate.Gate.Rubrics;

/// <summary>Every figure that a rubric can name without bringing it, with its unit and its direction.</summary>
internal static class FigureCatalog
{
    /// <summary>All of them: the measures, then the scores.</summary>
    public static IReadOnlyList<KnownFigure> All { get; } =
    [
        .. MeasureCatalog.All.Where(static measure => measure.InRubrics).DistinctBy(static measure => measure.Name)
            .Select(Measure),
        .. ScoreCatalog.All.Select(Score),
    ];

    /// <summary>The figure of that name, or of that former name; null where runs have none of themselves.</summary>
    public static KnownFigure? Find(string name) =>
        All.FirstOrDefault(figure => figure.Name == name || figure.FormerName == name);

    /// <summary>The names of a source's figures; none for numbers, which only the team knows.</summary>
    public static IEnumerable<string> Names(FigureSource source) =>
        All.Where(figure => figure.Source == source).Select(figure => figure.Name);

    /// <summary>How a rubric can spell a source's figures: their names, then those that they had before.</summary>
    public static IEnumerable<string> Spellings(FigureSource source) => Names(source).Concat(
        All.Where(figure => figure.Source == source).Select(static figure => figure.FormerName).OfType<string>());

    private static KnownFigure Measure(Measure measure) =>
        new(FigureSource.Measure, measure.Name, measure.Kind, measure.Unit, measure.Better)
        {
            Usual = measure.Usual, FormerName = measure.FormerName,
        };

    private static KnownFigure Score(ScoreDefinition score) =>
        new(FigureSource.Score, score.Name, score.Kind, score.Unit, score.Better)
        {
            Usual = score.Usual, FormerName = score.FormerName,
        };
}
