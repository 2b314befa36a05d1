using Tollgate.Scores;

namespace Tollgate.Gate;

/// <summary>Every figure that a rubric can name without bringing it, with its unit and its direction.</summary>
public static class FigureCatalog
{
    /// <summary>From the request's last byte to the first token. Milliseconds.</summary>
    public const string FirstToken = "first_token_ms";

    /// <summary>From the intended departure to the first token: what load adds is in it. Milliseconds.</summary>
    public const string FirstTokenFromIntended = "first_token_from_intended_ms";

    /// <summary>From the request's last byte to the first visible text or tool call. Milliseconds.</summary>
    public const string FirstAnswer = "first_answer_ms";

    /// <summary>From the intended departure to the first visible text or tool call. Milliseconds.</summary>
    public const string Wait = "wait_ms";

    /// <summary>A whole task. Milliseconds.</summary>
    public const string Task = "task_ms";

    /// <summary>Between arrivals. Milliseconds.</summary>
    public const string Gap = "gap_ms";

    /// <summary>The rate of the stream after its first token.</summary>
    public const string TokensPerSecond = "tokens_per_second";

    /// <summary>Generated tokens of an exchange.</summary>
    public const string OutputTokens = "output_tokens";

    /// <summary>What a caller feels between the last sound and the answer's first. Milliseconds.</summary>
    public const string Perceived = "perceived_ms";

    /// <summary>Until the first clause that a speech synthesiser could start on. Milliseconds.</summary>
    public const string FirstClause = "first_clause_ms";

    /// <summary>
    /// The longest time of a session in which the caller hears nothing and does not speak. Milliseconds.
    /// </summary>
    public const string DeadAir = "dead_air_ms";

    /// <summary>How long a session is. Seconds.</summary>
    public const string Length = "length_s";

    /// <summary>Money for a session, retries among it.</summary>
    public const string CostPerSession = "cost_per_session";

    /// <summary>The share of exchanges that failed.</summary>
    public const string Failures = "failures";

    /// <summary>The share of turns that were answered within the suite's budget.</summary>
    public const string WithinBudget = "within_budget";

    /// <summary>The share of turns whose speech ran dry.</summary>
    public const string DryTurns = "dry_turns";

    /// <summary>The share of exchanges or tasks that met every limit of the plan.</summary>
    public const string Goodput = "goodput";

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
