using Tollgate.Measures;
using Tollgate.Scores;

namespace Tollgate.Gate;

/// <summary>Every figure that a rubric can name without bringing it, with its unit and its direction.</summary>
public static class FigureCatalog
{
    /// <summary>From the request's last byte to the first token. Milliseconds.</summary>
    public const string FirstToken = MeasureNames.FirstTokenMs;

    /// <summary>From the intended departure to the first token: what load adds is in it. Milliseconds.</summary>
    public const string FirstTokenFromIntended = MeasureNames.FirstTokenFromIntendedMs;

    /// <summary>From the request's last byte to the first visible text or tool call. Milliseconds.</summary>
    public const string FirstAnswer = MeasureNames.FirstAnswerMs;

    /// <summary>From the intended departure to the first visible text or tool call. Milliseconds.</summary>
    public const string Wait = MeasureNames.WaitMs;

    /// <summary>A whole task. Milliseconds.</summary>
    public const string Task = MeasureNames.TaskMs;

    /// <summary>Between arrivals. Milliseconds.</summary>
    public const string Gap = MeasureNames.GapMs;

    /// <summary>The rate of the stream after its first token.</summary>
    public const string TokensPerSecond = MeasureNames.TokensPerSecond;

    /// <summary>Generated tokens of an exchange.</summary>
    public const string OutputTokens = MeasureNames.OutputTokens;

    /// <summary>What a caller feels between the last sound and the answer's first. Milliseconds.</summary>
    public const string Perceived = MeasureNames.PerceivedMs;

    /// <summary>Until the first clause that a speech synthesiser could start on. Milliseconds.</summary>
    public const string FirstClause = MeasureNames.FirstClauseMs;

    /// <summary>
    /// The longest time of a session in which the caller hears nothing and does not speak. Milliseconds.
    /// </summary>
    public const string DeadAir = MeasureNames.DeadAirMs;

    /// <summary>How long a session is. Seconds.</summary>
    public const string Length = MeasureNames.LengthS;

    /// <summary>Money for a session, retries among it.</summary>
    public const string CostPerSession = MeasureNames.CostPerSession;

    /// <summary>The share of exchanges that failed.</summary>
    public const string Failures = MeasureNames.Failures;

    /// <summary>The share of turns that were answered within the suite's budget.</summary>
    public const string WithinBudget = MeasureNames.WithinBudget;

    /// <summary>The share of turns whose speech ran dry.</summary>
    public const string DryTurns = MeasureNames.DryTurns;

    /// <summary>The share of exchanges or tasks that met every limit of the plan.</summary>
    public const string Goodput = MeasureNames.Goodput;

    private static readonly string[] ScoresByName =
    [
        ScoreNames.ToolArguments, ScoreNames.ToolCalls, ScoreNames.RefusalsOnMissing, ScoreNames.Fabrications,
        ScoreNames.FalseNotFound, ScoreNames.UnlookedAnswers, ScoreNames.NeedlessRefusals, ScoreNames.Handoffs,
        ScoreNames.AskedAgain, ScoreNames.Goals, ScoreNames.Records, ScoreNames.Duplicates, ScoreNames.Turns,
        ScoreNames.Labels, ScoreNames.Finished,
    ];

    /// <summary>All of them: the measures, then the scores.</summary>
    public static IReadOnlyList<KnownFigure> All { get; } =
    [
        Times(FirstToken), Times(FirstTokenFromIntended), Times(FirstAnswer), Times(Wait), Times(Task), Times(Gap),
        Values(TokensPerSecond, FigureUnit.TokensPerSecond, BetterWhen.Higher),
        Values(OutputTokens, FigureUnit.Tokens, BetterWhen.Lower),
        Times(Perceived), Times(FirstClause), Times(DeadAir),
        Values(Length, FigureUnit.Seconds, BetterWhen.Lower),
        new(FigureSource.Measure, CostPerSession, FigureKind.Mean, FigureUnit.Money, BetterWhen.Lower),
        Share(Failures, BetterWhen.Lower), Share(WithinBudget, BetterWhen.Higher), Share(DryTurns, BetterWhen.Lower),
        Share(Goodput, BetterWhen.Higher),
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
