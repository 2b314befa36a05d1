using Tollgate.Figures;
using Tollgate.Measures.Catalog;
using Tollgate.Measures.Definitions;
using Tollgate.Statistics;

namespace Tollgate.Reports.Wording;

/// <summary>A measure's figures as people read them, in the measure's unit.</summary>
internal static class MeasureText
{
    /// <summary>The measures with a row in the tables, in the order of their places.</summary>
    public static IReadOnlyList<Measure> Rows { get; } =
    [
        .. MeasureCatalog.All.Where(static measure => measure.Row is not null)
            .OrderBy(static measure => measure.Row?.Place),
    ];

    /// <summary>Those whose medians charts and overviews show.</summary>
    public static IReadOnlyList<Measure> Charted { get; } =
        [.. Rows.Where(static measure => measure.Chart is not null)];

    /// <summary>A figure without its interval.</summary>
    public static string Of(Measure measure, double? value) => measure.Unit switch
    {
        FigureUnit.Milliseconds => FigureText.Duration(value),
        FigureUnit.Seconds => FigureText.Duration(value * 1000),
        FigureUnit.Tokens => FigureText.Count(value),
        _ => FigureText.Number(value),
    };

    /// <summary>A figure with its interval.</summary>
    /// <param name="measure">Whose.</param>
    /// <param name="value">The figure; null where there is none.</param>
    /// <param name="interval">Its interval.</param>
    /// <param name="between">What stands between the two.</param>
    public static string Of(Measure measure, double? value, Interval interval, string between = " ") =>
        measure.Unit switch
        {
            FigureUnit.Milliseconds => FigureText.Duration(value, interval, between),
            FigureUnit.Seconds => FigureText.Duration(
                value * 1000, new Interval(interval.Lower * 1000, interval.Upper * 1000), between),
            FigureUnit.Tokens => FigureText.Count(value, interval, between),
            _ => FigureText.Number(value, interval, between),
        };
}
