using Tollgate.Measures;
using Tollgate.Scores;

namespace Tollgate.Gate;

/// <summary>Every figure that a rubric can name without bringing it, with its unit and its direction.</summary>
public static class FigureCatalog
{
    private static readonly string[] ScoresByName =
    [
        ScoreNames.ToolArguments, ScoreNames.ToolCalls, ScoreNames.RefusalsOnMissing, ScoreNames.Fabrications,
        ScoreNames.FalseNotFound, ScoreNames.AnswersWithoutLookup, ScoreNames.NeedlessRefusals,
        ScoreNames.ClaimedActions, ScoreNames.Handoffs,
        ScoreNames.AskedAgain, ScoreNames.Goals, ScoreNames.Records, ScoreNames.Duplicates, ScoreNames.Turns,
        ScoreNames.Labels, ScoreNames.Finished,
    ];

    /// <summary>All of them: the measures, then the scores.</summary>
    public static IReadOnlyList<KnownFigure> All { get; } =
    [
        Times(MeasureNames.FirstTokenMs), Times(MeasureNames.FirstTokenFromIntendedMs),
        Times(MeasureNames.FirstAnswerMs), Times(MeasureNames.WaitMs), Times(MeasureNames.TaskMs),
        Times(MeasureNames.GapMs),
        Values(MeasureNames.TokensPerSecond, FigureUnit.TokensPerSecond, BetterWhen.Higher),
        Values(MeasureNames.OutputTokens, FigureUnit.Tokens, BetterWhen.Lower),
        Times(MeasureNames.PerceivedMs), Times(MeasureNames.FirstClauseMs), Times(MeasureNames.DeadAirMs),
        Values(MeasureNames.LengthS, FigureUnit.Seconds, BetterWhen.Lower),
        new(FigureSource.Measure, MeasureNames.CostPerSession, FigureKind.Mean, FigureUnit.Money, BetterWhen.Lower),
        Share(MeasureNames.Failures, BetterWhen.Lower), Share(MeasureNames.WithinBudget, BetterWhen.Higher),
        Share(MeasureNames.UnderrunTurns, BetterWhen.Lower),
        Share(MeasureNames.Goodput, BetterWhen.Higher),
        .. ScoresByName.Select(Score),
    ];

    /// <summary>The figure of that name; null where runs have none of themselves.</summary>
    public static KnownFigure? Find(string name) => All.FirstOrDefault(figure => figure.Name == name);

    /// <summary>The names of a source's figures; none for numbers, which only the team knows.</summary>
    public static IEnumerable<string> Names(FigureSource source) =>
        All.Where(figure => figure.Source == source).Select(figure => figure.Name);

    private static KnownFigure Times(string name) => Values(name, FigureUnit.Milliseconds, BetterWhen.Lower);

    private static KnownFigure Values(string name, FigureUnit unit, BetterWhen better) =>
        new(FigureSource.Measure, name, FigureKind.Quantile, unit, better);

    private static KnownFigure Share(string name, BetterWhen better) =>
        new(FigureSource.Measure, name, FigureKind.Share, FigureUnit.Share, better);

    private static KnownFigure Score(string name) => new(
        FigureSource.Score,
        name,
        ScoreNames.IsShare(name) ? FigureKind.Share : FigureKind.Mean,
        ScoreNames.IsShare(name) ? FigureUnit.Share : FigureUnit.Plain,
        ScoreNames.HigherIsBetter(name) ? BetterWhen.Higher : BetterWhen.Lower);
}
