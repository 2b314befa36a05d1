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
        "dead_air_ms" => new(3_000, 1),
        "length_s" => new(300, 1),
        "perceived_ms" or "first_clause_ms" or "task_ms" or "first_answer_ms" or "wait_ms" => new(1_200, 20),
        "tokens_per_second" => new(80, 20),
        "output_tokens" => new(60, 20),
        "cost_per_session" => new(0.15, 1),
        "turns" => new(20, 1),
        "failures" => new(0.01, 26),
        "within_budget" => new(0.9, 20),
        "dry_turns" => new(0.05, 20),
        "goodput" => new(0.9, 30),
        "tool_arguments" => new(0.95, 11),
        "tool_calls" => new(0.95, 5),
        "refusals_on_missing" => new(0.95, 0.7),
        "fabrications" => new(0.02, 20),
        "false_not_found" => new(0.02, 1),
        "unlooked_answers" or "needless_refusals" => new(0.02, 4),
        "handoffs" => new(0.97, 0.7),
        "asked_again" => new(0.05, 0.6),
        "duplicates" => new(0.02, 2),
        "labels" => new(0.9, 2),
        "goals" or "records" => new(0.95, 1.8),
        _ => figure.Kind switch
        {
            FigureKind.Share => new(0.95, 1),
            FigureKind.Quantile => new(600, 26),
            _ => new(1, 1),
        },
    };
}
