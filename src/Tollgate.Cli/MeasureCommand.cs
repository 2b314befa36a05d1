using System.CommandLine;
using Tollgate.Gate.Ledgers;
using Tollgate.Load;
using Tollgate.Plans;
using Tollgate.Reports.Html;
using Tollgate.Runs.Records;
using Tollgate.Time;

namespace Tollgate.Cli;

/// <summary><c>tollgate measure</c>: targets under load, over real sockets.</summary>
internal static class MeasureCommand
{
    public static Command Create(CommandContext context)
    {
        var flags = new MeasureFlags();
        var output = new Option<string?>("--out")
        {
            Description = $"The run file to write; {RunFolder.Default}/measure-TIME.tollgate unless said otherwise.",
            HelpName = "FILE",
        };
        var html = new Option<string?>("--html")
        {
            Description = "Write a report that a browser shows.",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print one JSON document, and nothing else, on standard output.",
        };
        var markdown = new Option<bool>("--markdown") { Description = "Print Markdown." };
        var insecure = new Option<bool>("--insecure")
        {
            Description = "Take every TLS certificate: for servers of your own.",
        };
        var registration = new RegistrationFlags();
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Show no progress." };
        var command = new Command("measure", "Measure one target or several under load.")
        {
            output, html, json, markdown, insecure, quiet, OutputFile.Force,
        };
        flags.AddTo(command);
        registration.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var errors = new List<string>();
            var plan = flags.Read(parsed, context.Environment);
            errors.AddRange(plan.Errors.Select(static error => error.ToString()));
            using var registrar = registration.Read(context, parsed, errors);
            return errors.Count > 0 || plan.Plan is null
                ? context.WriteErrors(errors)
                : await RunAsync(context, plan.Plan, new Wishes(
                    parsed.GetValue(output), parsed.GetValue(html), parsed.GetValue(json), parsed.GetValue(markdown),
                    parsed.GetValue(insecure), parsed.GetValue(quiet), flags.PlanFile(parsed), registrar));
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, Plan plan, Wishes wishes)
    {
        if (wishes.Registrar is { } registrar)
        {
            var (follows, problem) = await registrar.SeedAsync(plan.Seed, context.Stop);
            if (problem is not null)
            {
                context.WriteErrors(problem.Message);
                return problem.ExitCode;
            }

            plan = plan with { Seed = follows };
        }

        // A seed that nobody chose is drawn from the clock, and written down.
        var seed = plan.Seed ?? (ulong)context.Time.GetUtcNow().Ticks % 1_000_000_007;
        plan = plan with { Seed = seed };
        var made = PlanCompiler.Of(plan, seed);
        if (made.Settings is not { } settings)
        {
            return context.WriteErrors(made.Errors.Select(error => error.ToString()));
        }

        wishes = wishes with { Out = wishes.Out ?? RunFolder.NewPath(context, "measure") };
        if (RunFolder.Taken(wishes.Out) is { } taken)
        {
            return context.WriteErrors(taken);
        }

        string?[] others =
        [
            wishes.Out, wishes.PlanFile, plan.PromptsFile, plan.Load.TraceFile, .. wishes.Registrar?.Files ?? [],
        ];
        if (OutputFile.Refusal(context, "--html", wishes.Html, others) is { } refusal)
        {
            return context.WriteErrors(refusal);
        }

        if (!wishes.Quiet && plan is { MaxTokens: null, PromptsFile: null, Load.TraceFile: null })
        {
            context.Diagnostics.WriteLine(
                "note: " + TimeLeft.Unbounded(plan.Requests, plan.Load.Concurrency, plan.Timeouts.Total));
        }

        var axis = new MonotonicAxis(context.Time);
        var exchanger = Transports.Open(plan.Transport, plan.Targets, axis, wishes.Insecure, out var transport);
        if (exchanger is null)
        {
            return context.WriteErrors("the direct transport needs 64-bit Linux; expected --transport handler here.");
        }

        await using (exchanger)
        {
            await Transports.PrimeAsync(exchanger, axis, context.Stop);
            return await MeasureAsync(context, plan, settings, exchanger, axis, transport, wishes, wishes.Out);
        }
    }

    private static async Task<int> MeasureAsync(
        CommandContext context, Plan plan, LoadSettings settings, Tollgate.Transport.IExchanger exchanger,
        MonotonicAxis axis, string transport, Wishes wishes, string path)
    {
        RunRegistration? registration = null;
        if (wishes.Registrar is { } registrar)
        {
            (registration, var problem) = await registrar.RegisterAsync(Registered(plan, settings), context.Stop);
            if (problem is not null)
            {
                context.WriteErrors(problem.Message);
                return problem.ExitCode;
            }
        }

        var info = context.Describe(plan.Targets, settings.Seed, transport, exchanger.Stamp) with
        {
            PlanGiven = plan.GivenText,
            PlanResolved = plan.ResolvedJson,
            Registration = registration,
        };
        var (end, error) = await RecordedRun.RunAsync(
            context, settings, exchanger, axis, info, path, context.ShowsProgress && !wishes.Quiet);
        if (error is not null)
        {
            return context.WriteErrors(error);
        }

        return ReportOutput.GiveRun(context, path, end, wishes.Json, wishes.Markdown, wishes.Html, plan.Targets);
    }

    private static LedgerRun Registered(Plan plan, LoadSettings settings) => new()
    {
        RubricDigest = "",
        Publication = 0,
        Command = "measure",
        Targets = [.. plan.Targets.Select(static target => target.Name)],
        Seed = settings.Seed,
        Part = 1,
        Sessions = plan.Requests,
    };

    private sealed record Wishes(
        string? Out, string? Html, bool Json, bool Markdown, bool Insecure, bool Quiet, string? PlanFile,
        RunRegistrar? Registrar);
}
