namespace Tollgate.Measures;

/// <summary>
/// The names of the measures whose values a session can be asked for, as documents and rubrics spell them.
/// </summary>
public static class MeasureNames
{
    /// <summary>Of an exchange, from sent to the first token. Lower is better.</summary>
    public const string FirstTokenMs = "first_token_ms";

    /// <summary>Of an exchange, from its intended start to the first token. Lower is better.</summary>
    public const string FirstTokenFromIntendedMs = "first_token_from_intended_ms";

    /// <summary>Of an exchange, from sent to the first visible text or tool call. Lower is better.</summary>
    public const string FirstAnswerMs = "first_answer_ms";

    /// <summary>From a task's intended start to its first answer. Lower is better.</summary>
    public const string WaitMs = "wait_ms";

    /// <summary>A task's time, or in a rehearsal a turn's. Lower is better.</summary>
    public const string TaskMs = "task_ms";

    /// <summary>Between two arrivals, a token. Lower is better.</summary>
    public const string GapMs = "gap_ms";

    /// <summary>Of an exchange, after its first arrival. Higher is better.</summary>
    public const string TokensPerSecond = "tokens_per_second";

    /// <summary>Tokens that an exchange generated, hidden reasoning included.</summary>
    public const string OutputTokens = "output_tokens";

    /// <summary>From the caller's last sound to the agent's first audible word. Lower is better.</summary>
    public const string PerceivedMs = "perceived_ms";

    /// <summary>Of a turn, from its first exchange's sent to the first clause to speak. Lower is better.</summary>
    public const string FirstClauseMs = "first_clause_ms";

    /// <summary>The longest silence of a session. Lower is better.</summary>
    public const string DeadAirMs = "dead_air_ms";

    /// <summary>The length of a session in seconds.</summary>
    public const string LengthS = "length_s";

    /// <summary>Cost over sessions that reached an end, or tasks that completed. Lower is better.</summary>
    public const string CostPerSession = "cost_per_session";

    /// <summary>Failed exchanges of all. Lower is better.</summary>
    public const string Failures = "failures";

    /// <summary>Turns heard within the budget, of those heard or failed. Higher is better.</summary>
    public const string WithinBudget = "within_budget";

    /// <summary>Turns in which the speech ran dry, of all. Lower is better.</summary>
    public const string UnderrunTurns = "dry_turns";

    /// <summary>Exchanges that met every limit, of those completed or failed. Higher is better.</summary>
    public const string Goodput = "goodput";
}
