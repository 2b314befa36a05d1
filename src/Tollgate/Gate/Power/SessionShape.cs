using Tollgate.Figures;
using Tollgate.Gate.Rubrics;
using Tollgate.Measures;

namespace Tollgate.Gate.Power;

/// <summary>
/// What the sessions of a baseline are taken to be like where no run shows it: the usual of a figure. The numbers are
/// those of rehearsals of the shipped suites, rounded.
/// </summary>
/// <param name="Value">The baseline's: milliseconds, a share, money ...</param>
/// <param name="PerSession">How many values or trials a session has, in the mean.</param>
internal readonly record struct SessionShape(double Value, double PerSession)
{
    public static SessionShape Of(Criterion criterion)
    {
        var usual = Usual(criterion.Figure);
        return criterion.Assume is { } value ? usual with { Value = value } : usual;
    }

    private static SessionShape Usual(Figure figure) => FigureCatalog.Find(figure.Name)?.Usual is { } usual
        ? new SessionShape(usual.Value, usual.PerSession)
        : figure.Kind switch
        {
            FigureKind.Share => new(0.95, 1),
            FigureKind.Quantile => new(600, 26),
            _ => new(1, 1),
        };
}
