using Tollgate.Exchanges;

namespace Tollgate.Plans;

/// <summary>What must hold of a plan as a whole, whether it came from a file or from flags.</summary>
internal static class PlanRules
{
    /// <summary>A key as a plan's file spells it, such as <c>`requests: 100`</c>.</summary>
    public static string InFile(string key, string? value) => value is null ? $"`{key}`" : $"`{key}: {value}`";

    /// <summary>What does not hold: the key that it is about, as a plan spells it, and a sentence.</summary>
    /// <param name="spell">
    /// Spells a key, with a value where an example is given, as whoever made the plan would: <see cref="InFile"/>, or flags.
    /// </param>
    public static IEnumerable<(string Key, string Message)> Check(Plan plan, Func<string, string?, string> spell)
    {
        var load = plan.Load;
        var modes = new[]
        {
            (Key: "concurrency", Given: load.Concurrency is not null),
            (Key: "rate", Given: load.Rate is not null),
            (Key: "trace", Given: load.TraceFile is not null),
        }.Where(mode => mode.Given).Select(mode => mode.Key).ToArray();
        if (modes.Length > 1)
        {
            yield return (modes[^1], $"{spell(modes[0], null)} and {spell(modes[^1], null)} are both given; expected one of concurrency, "
                + "rate and trace");
        }

        if (plan.Requests is null && plan.For is null && load.TraceFile is null)
        {
            yield return ("", $"neither {spell("requests", null)} nor {spell("for", null)} is given; expected one of them, such as {spell("requests", "100")}");
        }

        if (plan.Prompt is not null && plan.PromptsFile is not null)
        {
            yield return ("prompts", $"{spell("prompt", null)} and {spell("prompts", null)} are both given; expected one of them");
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
