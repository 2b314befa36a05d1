using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Load;
using Tollgate.Load.Prompts;
using Tollgate.Load.Schedules;
using Tollgate.Load.Traces;
using Tollgate.Plans.PromptFormats;
using Tollgate.Statistics;

namespace Tollgate.Plans;

/// <summary>
/// Makes a load of a plan: reads its prompts and its trace, so that nothing is sent where one of them is wrong.
/// </summary>
internal static class PlanCompiler
{
    // The runner draws from the forks 1 and 2 of the same seed.
    private const ulong PromptFork = 3;

    /// <param name="seed">The plan's own seed, or one that was chosen where it has none.</param>
    public static PlanCompilation Of(Plan plan, ulong seed)
    {
        var errors = new List<InputError>();
        var mode = ReadMode(plan, errors);
        var prompts = ReadPrompts(plan, seed, errors);
        return mode is null || prompts is null || errors.Count > 0
            ? new PlanCompilation(null, errors)
            : new PlanCompilation(
                new LoadSettings
                {
                    Targets = plan.Targets,
                    Mode = mode,
                    Prompts = prompts,
                    Seed = seed,
                    Requests = plan.Requests,
                    For = plan.For,
                    WarmUp = plan.WarmUp,
                    Timeouts = plan.Timeouts,
                    Retry = plan.Retry,
                    MaxInFlight = plan.MaxInFlight,
                    Cold = plan.Cold,
                    KeepContent = plan.KeepContent,
                },
                []);
    }

    private static LoadMode? ReadMode(Plan plan, List<InputError> errors)
    {
        var load = plan.Load;
        if (load.TraceFile is { } file)
        {
            return ReadTrace(file, load, errors) is { } trace
                ? new OpenLoop(new TraceSchedule(trace, load.Speed))
                : null;
        }

        return load.Rate is { } rate
            ? new OpenLoop(new RateSchedule { Rate = rate, Arrivals = load.Arrivals, Ramp = load.Ramp })
            : new ClosedLoop(load.Concurrency ?? 1) { Stagger = load.Stagger };
    }

    private static Trace? ReadTrace(string file, PlanLoad load, List<InputError> errors)
    {
        if (!InputFiles.TryReadText(file, out var text, out var unreadable))
        {
            errors.Add(new InputError(file, null, null, unreadable + "; expected a trace"));
            return null;
        }

        using var reader = new StringReader(text);
        var (trace, error) = TraceReader.Read(reader, file);
        if (trace is null)
        {
            errors.Add(error is null
                ? new InputError(file, null, null, "the trace cannot be read")
                : new InputError(error.File, error.Line, null, error.Message));
            return null;
        }

        if (trace.Window(load.From, load.For) is { } window)
        {
            return window;
        }

        errors.Add(new InputError(
            file, null, null,
            $"the window from {Durations.Format(load.From)}"
            + (load.For is { } length ? $" for {Durations.Format(length)}" : "")
            + $" holds no request; expected one inside the trace's {Durations.Format(trace.Length)}"));
        return null;
    }

    private static IPromptSource? ReadPrompts(Plan plan, ulong seed, List<InputError> errors)
    {
        if (plan.Prompt is { } text)
        {
            return new PromptList(WithDefaults(Prompt.FromUser(text), plan));
        }

        if (plan.PromptsFile is not { } file)
        {
            return new GeneratedPrompts(
                new RandomStream(seed).Fork(PromptFork), new PromptSize(plan.PromptTokens, plan.MaxTokens ?? 0))
            {
                SameStart = plan.SameStart,
                Temperature = plan.Temperature,
            };
        }

        if (!InputFiles.TryReadText(file, out var lines, out var unreadable))
        {
            errors.Add(new InputError(file, null, null, unreadable + "; expected prompts"));
            return null;
        }

        var before = errors.Count;
        var prompts = PromptFile.Parse(lines, file, errors);
        return errors.Count > before
            ? null
            : new PromptList([.. prompts.Select(prompt => WithDefaults(prompt, plan))]);
    }

    private static Prompt WithDefaults(Prompt prompt, Plan plan) => prompt with
    {
        MaxOutputTokens = prompt.MaxOutputTokens ?? plan.MaxTokens,
        Temperature = prompt.Temperature ?? plan.Temperature,
    };
}
