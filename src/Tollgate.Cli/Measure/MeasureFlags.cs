using System.CommandLine;
using Tollgate.Cli.Flags;
using Tollgate.Cli.Shell;
using Tollgate.Input;
using Tollgate.Load;
using Tollgate.Load.Schedules.Processes;
using Tollgate.Load.Traces;
using Tollgate.Plans;
using Tollgate.Transport;

namespace Tollgate.Cli.Measure;

/// <summary>The flags that make a plan, or change one that a file gives.</summary>
internal sealed class MeasureFlags
{
    private const string CommandLineName = "command line";

    private static readonly string Processes = string.Join(
        ", ", ArrivalProcesses.All.Select(static process => $"{process.Name} ({process.Description})"));

    private readonly Option<string?> plan =
        Text("--plan", "FILE", "Plan, in YAML. The load, prompt and limit flags override it.");
    private readonly AllowFlags allow = new();
    private readonly TargetFlags target = new();

    private readonly Option<int?> concurrency = Flag.Of<int?>("--concurrency -c", "N",
        "Closed loop: concurrent requests per target.");
    private readonly Option<string?> stagger =
        Text("--stagger", "TIME", "Closed loop: spread the first requests over this time (default: 1s).");
    private readonly Option<string?> rate =
        Text("--rate", "RATE", "Open loop: send on schedule, such as 5/s or 300/m, no matter how long answers take.");
    private readonly Option<string?> arrivals =
        Text("--arrivals", "NAME", $"Open loop: {Processes}. Default: {ArrivalProcesses.Default.Name}.");
    private readonly ArrivalFlags arrivalSettings = new();
    private readonly Option<string?> trace =
        Text("--trace", "FILE", "Replay a trace: CSV with TIMESTAMP,ContextTokens,GeneratedTokens.");
    private readonly Option<double?> speed = Flag.Of<double?>("--speed", "X", "Trace: replay faster by this factor.");
    private readonly Option<string?> from = Text("--from", "TIME", "Trace: where to begin.");
    private readonly Option<string?> window = Text("--window", "TIME", "Trace: length to replay, in its own time.");
    private readonly Option<long?> requests = Flag.Of<long?>("--requests -n", "N", "Requests per target.");
    private readonly Option<string?> length = Text("--for", "TIME", "How long to send, such as 60s.");
    private readonly Option<string?> warmup =
        Text("--warmup", "N|TIME", "Requests, or time, to warm up before those that count.");
    private readonly Option<int?> maxInFlight = Flag.Of<int?>("--max-in-flight", "N",
        "Open loop: maximum requests in flight per target; what this holds back counts as not_sent.");
    private readonly Option<string?> timeout =
        Text("--timeout", "TIME", "Maximum duration of an exchange; a plan has one per phase.");
    private readonly Option<int?> retry = Flag.Of<int?>("--retry", "N", "Maximum attempts after 429, 503 or 529.");
    private readonly Option<string?> prompt = Text("--prompt", "TEXT", "Prompt to send.");
    private readonly Option<string?> prompts =
        Text("--prompts", "FILE", "File of prompts, one per line: requests as they were sent to a provider, JSON objects, or plain text.");
    private readonly Option<int?> promptTokens = new("--prompt-tokens")
    {
        HelpName = "N",
        Description = "Approximate length of generated prompts, in tokens (default: 200).",
    };
    private readonly Option<int?> maxTokens = new("--max-tokens")
    {
        HelpName = "N",
        Description = "Maximum tokens per answer.",
    };
    private readonly Option<bool?> cold = new("--cold")
    {
        Description = "Open a new connection for every request.",
        Arity = ArgumentArity.Zero,
    };
    private readonly Option<ulong?> seed = Flag.Of<ulong?>("--seed", "N",
        "Seed of all random draws (default: drawn and recorded; with --rubric, derived from the publication).");
    private readonly Option<string?> transport =
        Text("--transport", "NAME", "auto, direct (Linux: the kernel stamps arrivals) or handler (HTTP/2, proxies, other systems).");
    private readonly Option<bool?> keepContent = new("--keep-content")
    {
        Description = "Keep the text of answers in the run file.",
        Arity = ArgumentArity.Zero,
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])
        [
            plan, .. allow.Options, .. target.Options,
            concurrency, stagger, rate, arrivals, .. arrivalSettings.Options, trace, speed, from, window,
            requests, length, warmup, maxInFlight, timeout, retry,
            prompt, prompts, promptTokens, maxTokens, cold, seed, transport, keepContent,
        ])
        {
            command.Add(option);
        }
    }

    /// <summary>The plan's file; null where the flags alone say it all.</summary>
    public string? PlanFile(ParseResult parsed) => parsed.GetValue(plan);

    /// <summary>
    /// The plan that the flags, and the file that they may name, come to; or everything that is wrong.
    /// </summary>
    public PlanResult Read(ParseResult parsed, Func<string, string?> environment)
    {
        var flags = new FlagReading(parsed);
        if (parsed.GetValue(plan) is { } file)
        {
            foreach (var option in target.Given(parsed))
            {
                flags.Fail(option, "is given with --plan; expected the targets in the plan, or no plan");
            }

            var read = PlanReader.Read(
                file, environment, allow.Read(parsed), given => Change(given, parsed, flags));
            return read.Plan is not null && flags.Errors.Count == 0
                ? read
                : new PlanResult(null, [.. flags.Errors, .. read.Errors]);
        }

        var only = target.Read(parsed, environment, flags.Errors);
        var changed = Change(new Plan { Targets = only is null ? [] : [only] }, parsed, flags);
        flags.Errors.AddRange(PlanRules.Check(changed, Spelled)
            .Where(problem => problem.Key != "targets" || flags.Errors.Count == 0)
            .Select(problem => new InputError(CommandLineName, null, null, problem.Message)));
        return flags.Errors.Count == 0 ? new PlanResult(changed, []) : new PlanResult(null, flags.Errors);
    }

    private static Option<string?> Text(string flag, string helpName, string description) =>
        new(flag) { HelpName = helpName, Description = description };

    // A plan's keys as flags.
    private static string Spelled(string key, string? value) =>
        "--" + key.Replace('_', '-') + (value is null ? "" : " " + value);

    private Plan Change(Plan given, ParseResult parsed, FlagReading flags)
    {
        var load = given.Load;
        if (parsed.GetValue(concurrency) is not null || parsed.GetValue(rate) is not null
            || parsed.GetValue(trace) is not null)
        {
            load = new PlanLoad();
        }

        load = load with
        {
            Concurrency = flags.InRange(concurrency, PlanBounds.Concurrency) ?? load.Concurrency,
            Stagger = flags.Time(stagger, zero: true) ?? load.Stagger,
            Rate = flags.Rate(rate) ?? load.Rate,
            Arrivals = arrivalSettings.Read(flags.OneOf(arrivals, ArrivalProcesses.Names), load.Arrivals, flags),
            TraceFile = parsed.GetValue(trace) ?? load.TraceFile,
            Speed = flags.InRange(speed, PlanBounds.Speed) ?? load.Speed,
            From = flags.Time(from, zero: true) ?? load.From,
            For = flags.Time(window) ?? load.For,
        };
        CheckLoad(parsed, load, flags);
        var hasPrompt = parsed.GetValue(prompt) is not null || parsed.GetValue(prompts) is not null;
        return given with
        {
            Load = load,
            Requests = flags.InRange(requests, PlanBounds.Requests) ?? given.Requests,
            For = flags.Time(length) ?? given.For,
            WarmUp = ReadWarmUp(parsed, flags) ?? given.WarmUp,
            MaxInFlight = flags.InRange(maxInFlight, PlanBounds.MaxInFlight) ?? given.MaxInFlight,
            Timeouts = flags.Timeouts(timeout, given.Timeouts),
            Retry = flags.InRange(retry, PlanBounds.Attempts) is { } attempts
                ? attempts == 1 ? null : (given.Retry ?? new RetryRule()) with { Attempts = attempts }
                : given.Retry,
            Prompt = hasPrompt ? parsed.GetValue(prompt) : given.Prompt,
            PromptsFile = hasPrompt ? parsed.GetValue(prompts) : given.PromptsFile,
            PromptTokens = flags.InRange(promptTokens, PlanBounds.Tokens) ?? given.PromptTokens,
            MaxTokens = flags.InRange(maxTokens, PlanBounds.Tokens) ?? given.MaxTokens,
            Cold = parsed.GetResult(cold) is not null || given.Cold,
            Seed = parsed.GetValue(seed) ?? given.Seed,
            Transport = flags.OneOf<TransportChoice>(transport) ?? given.Transport,
            KeepContent = parsed.GetResult(keepContent) is not null || given.KeepContent,
        };
    }

    // A flag that would change nothing was meant to change something.
    private void CheckLoad(ParseResult parsed, PlanLoad load, FlagReading flags)
    {
        foreach (var (option, serves, without) in ((Option, bool, string)[])
        [
            (stagger, load.Rate is null && load.TraceFile is null, "--concurrency"),
            (arrivals, load.Rate is not null, "--rate"),
            .. arrivalSettings.Served(load),
            (speed, load.TraceFile is not null, "--trace"),
            (from, load.TraceFile is not null, "--trace"),
            (window, load.TraceFile is not null, "--trace"),
        ])
        {
            if (!serves && parsed.GetResult(option) is { Implicit: false })
            {
                flags.Fail(option, $"is given without {without}; expected both or neither");
            }
        }
    }

    private WarmUp? ReadWarmUp(ParseResult parsed, FlagReading flags)
    {
        if (parsed.GetValue(warmup) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, System.Globalization.NumberStyles.None, null, out var tasks))
        {
            return WarmUp.OfTasks(tasks);
        }

        if (Durations.TryParse(text, out var time))
        {
            return WarmUp.OfTime(time);
        }

        flags.Fail(warmup, $"found \"{text}\"; expected a number of requests such as 10, or {Durations.Expected}");
        return null;
    }
}
