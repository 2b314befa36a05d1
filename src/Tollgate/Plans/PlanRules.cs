namespace Tollgate.Plans;

/// <summary>What must hold of a plan as a whole, whether it came from a file or from flags.</summary>
public static class PlanRules
{
    /// <summary>What does not hold: the key that it is about, as a plan spells it, and a sentence.</summary>
    public static IEnumerable<(string Key, string Message)> Check(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var load = plan.Load;
        var modes = new[]
        {
            (Key: "concurrency", Given: load.Concurrency is not null),
            (Key: "rate", Given: load.Rate is not null),
            (Key: "trace", Given: load.TraceFile is not null),
        }.Where(mode => mode.Given).Select(mode => mode.Key).ToArray();
        if (modes.Length > 1)
        {
            yield return (modes[^1], $"`{modes[0]}` and `{modes[^1]}` are both given; expected one of concurrency, "
                + "rate and trace");
        }

        if (plan.Requests is null && plan.For is null && load.TraceFile is null)
        {
            yield return ("", "neither `requests` nor `for` is given; expected one of them, such as `requests: 100`");
        }

        if (plan.Prompt is not null && plan.PromptsFile is not null)
        {
            yield return ("prompts", "`prompt` and `prompts` are both given; expected one of them");
        }

        if (plan.Targets.Count == 0)
        {
            yield return ("targets", "there is no target; expected one or more");
        }

        foreach (var twice in plan.Targets.GroupBy(target => target.Name).Where(group => group.Count() > 1))
        {
            yield return ("targets", $"there are {twice.Count()} targets named `{twice.Key}`; expected a name of "
                + "its own for each");
        }
    }
}
