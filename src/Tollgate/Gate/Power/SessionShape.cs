using Tollgate.Measures;
using Tollgate.Scores;

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

    private static SessionShape Usual(Figure figure) => figure.Name switch
    {
        MeasureNames.DeadAirMs => new(3_000, 1),
        MeasureNames.LengthS => new(300, 1),
        MeasureNames.PerceivedMs or MeasureNames.FirstClauseMs or MeasureNames.TaskMs or MeasureNames.FirstAnswerMs
            or MeasureNames.WaitMs => new(1_200, 20),
        MeasureNames.TokensPerSecond => new(80, 20),
        MeasureNames.OutputTokens => new(60, 20),
        MeasureNames.CostPerSession => new(0.15, 1),
        ScoreNames.Turns => new(20, 1),
        MeasureNames.Failures => new(0.01, 26),
        MeasureNames.WithinBudget => new(0.9, 20),
        MeasureNames.UnderrunTurns => new(0.05, 20),
        MeasureNames.Goodput => new(0.9, 30),
        ScoreNames.ToolArguments => new(0.95, 11),
        ScoreNames.ToolCalls => new(0.95, 5),
        ScoreNames.RefusalsOnMissing => new(0.95, 0.7),
        ScoreNames.Fabrications => new(0.02, 20),
        ScoreNames.FalseNotFound => new(0.02, 1),
        ScoreNames.AnswersWithoutLookup or ScoreNames.NeedlessRefusals or ScoreNames.ClaimedActions => new(0.02, 4),
        ScoreNames.Handoffs => new(0.97, 0.7),
        ScoreNames.AskedAgain => new(0.05, 0.6),
        ScoreNames.Duplicates => new(0.02, 2),
        ScoreNames.Labels => new(0.9, 2),
        ScoreNames.Goals or ScoreNames.Records => new(0.95, 1.8),
        _ => figure.Kind switch
        {
            FigureKind.Share => new(0.95, 1),
            FigureKind.Quantile => new(600, 26),
            _ => new(1, 1),
        },
    };
}
