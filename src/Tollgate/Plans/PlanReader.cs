using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Load;
using Tollgate.Load.Schedules;
using Tollgate.Transport;

namespace Tollgate.Plans;

/// <summary>Reads plans. Whatever is wrong comes back as values, all of it at once, with its place.</summary>
internal static class PlanReader
{
    private static readonly string[] RootKeys =
    [
        "targets", "load", "requests", "for", "warmup", "timeouts", "max_tokens", "temperature", "prompt", "prompts",
        "prompt_tokens", "same_start", "cold", "retry", "seed", "max_in_flight", "limits", "transport", "keep_content",
        "prices",
    ];

    /// <summary>Reads a plan's file; the files that it names are seen from its folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="environment">Gives the value of a variable, or null where it is not set.</param>
    /// <param name="allow">What it may use of this machine; null for nothing but what every plan may.</param>
    /// <param name="complete">
    /// Makes the plan whole before <see cref="PlanRules"/> look at it, as flags of the command line do; null where the
    /// file says it all.
    /// </param>
    public static PlanResult Read(
        string path, Func<string, string?> environment, PlanAllowances? allow = null,
        Func<Plan, Plan>? complete = null) =>
        InputFiles.TryReadText(path, out var text, out var error)
            ? Parse(text, path, Path.GetDirectoryName(path) ?? "", environment, allow, complete)
            : new PlanResult(null, [new InputError(path, null, null, error + "; expected a plan")]);

    /// <summary>Reads a plan's text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="folder">Where the files that it names are seen from.</param>
    /// <param name="environment">Gives the value of a variable, or null where it is not set.</param>
    /// <param name="allow">What it may use of this machine; null for nothing but what every plan may.</param>
    /// <param name="complete">As in <see cref="Read"/>.</param>
    public static PlanResult Parse(
        string text, string file, string folder, Func<string, string?> environment, PlanAllowances? allow = null,
        Func<Plan, Plan>? complete = null)
    {
        var context = new YamlContext(file, folder, environment);
        Plan? plan = null;
        if (YamlTree.Read(text, file, "a plan", context.Errors) is { } root
            && YamlMap.Of(context, root, "the plan", RootKeys) is { } map)
        {
            plan = ReadPlan(map, allow ?? PlanAllowances.None, complete) with
            {
                GivenText = context.StrikeOut(text),
                Variables =
                [
                    .. context.Uses.Select(static use => KeyValuePair.Create(use.Variable, new Secret(use.Value))),
                ],
            };
        }

        return context.Errors.Count == 0
            ? new PlanResult(plan, [])
            : new PlanResult(
                null, [.. context.Errors.OrderBy(error => error.File != file).ThenBy(error => error.Line ?? 0)]);
    }

    private static Plan ReadPlan(YamlMap map, PlanAllowances allow, Func<Plan, Plan>? complete)
    {
        var retry = map.ValueOf("retry") is { } retryNode ? ReadRetry(map.Context, retryNode) : null;
        var loadMap = map.ValueOf("load") is { } loadNode
            ? YamlMap.Of(
                map.Context, loadNode, "a load",
                [
                    "concurrency", "stagger", "rate", "arrivals", .. ArrivalsReader.Keys, "ramp", "trace", "speed", "from",
                    "for",
                ])
            : null;
        var targets = TargetReader.Read(map, allow);

        // What stays on this machine may be anything of it.
        var anyFile = allow.AnyFile || (targets.Count > 0 && targets.All(static target => target.Url.IsLoopback));
        var plan = new Plan
        {
            Targets = targets,
            Load = loadMap is null ? new PlanLoad() : ReadLoad(loadMap, anyFile),
            Requests = map.Whole("requests", PlanBounds.Requests),
            For = map.Duration("for"),
            WarmUp = ReadWarmUp(map),
            Timeouts = ReadTimeouts(map),
            MaxTokens = map.Whole("max_tokens", PlanBounds.Tokens),
            Temperature = map.Number("temperature", PlanBounds.Temperature),
            Prompt = map.Verbatim("prompt"),
            PromptsFile = ReadFile(map, "prompts", anyFile),
            PromptTokens = map.Whole("prompt_tokens", PlanBounds.Tokens) ?? 200,
            SameStart = map.Flag("same_start") ?? false,
            Cold = map.Flag("cold") ?? false,
            Retry = retry,
            Seed = (ulong?)map.Whole("seed", 0, long.MaxValue),
            MaxInFlight = map.Whole("max_in_flight", PlanBounds.MaxInFlight) ?? 10_000,
            Limits = ReadLimits(map),
            Transport = map.OneOf<TransportChoice>("transport") ?? TransportChoice.Auto,
            KeepContent = map.Flag("keep_content") ?? false,
        };
        plan = complete?.Invoke(plan) ?? plan;
        CheckRules(map, loadMap, plan);
        return plan;
    }

    // A key that is there and wrong was reported; the rules then do not take it for absent.
    private static void CheckRules(YamlMap map, YamlMap? load, Plan plan)
    {
        var assumed = plan with
        {
            Targets = [],
            Requests = plan.Requests ?? (map.Has("requests") || load?.Has("trace") == true ? 1 : null),
            For = plan.For ?? (map.Has("for") ? TimeSpan.Zero : null),
        };
        foreach (var (key, message) in PlanRules.Check(assumed, PlanRules.InFile).Where(problem => problem.Key != "targets"))
        {
            map.Context.Fail(load?.Has(key) == true ? load.KeyAt(key) : map.KeyAt(key), message);
        }
    }

    private static PlanLoad ReadLoad(YamlMap map, bool anyFile)
    {
        foreach (var (key, with) in ((string, string)[])
        [
            ("stagger", "concurrency"), ("arrivals", "rate"), .. ArrivalsReader.Keys.Select(key => (key, "arrivals")),
            ("ramp", "rate"), ("speed", "trace"), ("from", "trace"), ("for", "trace"),
        ])
        {
            if (map.Has(key) && !map.Has(with))
            {
                map.Context.Fail(map.KeyAt(key), $"`{key}` is given without `{with}`; expected both or neither");
            }
        }

        return new PlanLoad
        {
            Concurrency = map.Whole("concurrency", PlanBounds.Concurrency),
            Stagger = map.Duration("stagger", zero: true) ?? TimeSpan.FromSeconds(1),
            Rate = map.Read("rate", Rates.Expected, text => Rates.TryParse(text, out var rate) ? rate : (Rate?)null),
            Arrivals = ArrivalsReader.Read(map),
            Ramp = map.Duration("ramp", zero: true) ?? TimeSpan.Zero,
            TraceFile = ReadFile(map, "trace", anyFile),
            Speed = map.Number("speed", PlanBounds.Speed) ?? 1,
            From = map.Duration("from", zero: true) ?? TimeSpan.Zero,
            For = map.Duration("for"),
        };
    }

    private static string? ReadFile(YamlMap map, string key, bool anyFile)
    {
        if (map.Text(key, "a file's name") is not { } name)
        {
            return null;
        }

        var path = map.Context.PathOf(name);
        if (!anyFile && !PlanFiles.IsWithin(map.Context.Folder, path))
        {
            map.Context.Fail(map.ValueOf(key)!, $"{YamlContext.Quote(path)} is hidden or not in the plan's folder; " // It was just read.
                + "expected a file there, or --allow-files if this plan may send any");
        }
        else if (!File.Exists(path))
        {
            map.Context.Fail(map.ValueOf(key)!, $"there is no file {YamlContext.Quote(path)}"); // It was just read.
        }

        return path;
    }

    private static WarmUp ReadWarmUp(YamlMap map) => map.Read(
        "warmup",
        "a number of requests such as 10, or " + Durations.Expected,
        text => int.TryParse(text, System.Globalization.NumberStyles.None, null, out var tasks) ? WarmUp.OfTasks(tasks)
            : Durations.TryParse(text, out var length) ? WarmUp.OfTime(length)
            : (WarmUp?)null) ?? default;

    private static Timeouts ReadTimeouts(YamlMap plan)
    {
        var given = Timeouts.Default;
        return plan.ValueOf("timeouts") is { } node
            && YamlMap.Of(
                plan.Context, node, "the time-outs", "connect", "first_token", "token_gap", "total") is { } map
            ? new Timeouts(
                map.Duration("connect") ?? given.Connect,
                map.Duration("first_token") ?? given.FirstToken,
                map.Duration("token_gap") ?? given.TokenGap,
                map.Duration("total") ?? given.Total)
            : given;
    }

    private static PlanLimits ReadLimits(YamlMap plan) =>
        plan.ValueOf("limits") is { } node
            && YamlMap.Of(plan.Context, node, "the limits", "first_token", "gap", "task") is { } map
            ? new PlanLimits(map.Duration("first_token"), map.Duration("gap"), map.Duration("task"))
            : new PlanLimits(null, null, null);

    private static RetryRule? ReadRetry(YamlContext context, YamlNode node)
    {
        if (YamlMap.Of(context, node, "a retry rule", "attempts", "on", "backoff", "longest_wait") is not { } map)
        {
            return null;
        }

        var rule = new RetryRule();
        return rule with
        {
            Attempts = map.Whole("attempts", PlanBounds.Attempts with { Min = 2 }) ?? rule.Attempts,
            Backoff = map.Duration("backoff", zero: true) ?? rule.Backoff,
            MaxWait = map.Duration("longest_wait") ?? rule.MaxWait,
            On = map.ValueOf("on") is { } on ? ReadKinds(map, on) : rule.On,
        };
    }

    private static HashSet<FailureKind> ReadKinds(YamlMap map, YamlNode on)
    {
        const string Expected = "a failure such as rate_limited or overloaded";
        if (on.Items is not { Count: > 0 })
        {
            map.Context.Fail(on, $"found {(on.Items is null ? on.Kind : "an empty list")}; expected a list of "
                + "failures such as [rate_limited, overloaded]");
            return [];
        }

        return [.. on.Items
            .Select(item => map.ReadNode(item, Expected, text => SnakeCase.TryParse<FailureKind>(text, out var kind)
                ? kind
                : (FailureKind?)null))
            .OfType<FailureKind>()];
    }
}
