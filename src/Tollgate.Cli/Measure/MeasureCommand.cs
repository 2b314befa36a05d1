using System.CommandLine;
using Tollgate.Cli.Flags;
using Tollgate.Cli.Hosts;
using Tollgate.Cli.Report;
using Tollgate.Cli.Shell;
using Tollgate.Plans;
using Tollgate.Reports.Html;
using Tollgate.Workflows.Ledgers;
using Tollgate.Workflows.Measuring;

namespace Tollgate.Cli.Measure;

/// <summary><c>tollgate measure</c>: targets under load, over real sockets.</summary>
internal static class MeasureCommand
{
    public static Command Create(CommandContext context)
    {
        var flags = new MeasureFlags();
        var output = Flag.Of<string?>("--out", "FILE",
            $"Run file to write (default: {RunFolder.Default}/measure-TIME.tollgate).");
        var html = Flag.Of<string?>("--html", "FILE", "Write an HTML report.");
        var json = Flag.Switch("--json", "Print one JSON document and nothing else on standard output.");
        var markdown = Flag.Switch("--markdown", "Print Markdown.");
        var insecure = Flag.Switch("--insecure", "Skip TLS certificate validation (for your own servers).");
        var registration = new RegistrationFlags();
        var quiet = Flag.Switch("--quiet -q", "Show no progress.");
        var command = new ExampledCommand(
            "measure", "Measure one target or several under load.",
            "tollgate measure --url http://127.0.0.1:8000 --wire openai-chat --model MODEL -c 8 -n 100 --max-tokens 200",
            "tollgate measure --plan plan.yaml --rate 5/s --for 60s --html report.html")
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
        var prepared = await Measurement.PrepareAsync(plan, wishes.Registrar, context.Time, context.Stop);
        if (prepared.Value is not { } measurement)
        {
            return context.WriteErrors(prepared.Problem!); // One of the two is there.
        }

        var place = context.PlaceOf(wishes.Out ?? RunFolder.NewPath(context, "measure"));
        if (place.Taken is { } taken)
        {
            return context.WriteErrors(taken);
        }

        string?[] others =
        [
            place.Path, wishes.PlanFile, plan.PromptsFile, plan.Load.TraceFile, .. wishes.Registrar?.Files ?? [],
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

        var opened = Transports.Host(context, plan.Transport, plan.Targets, wishes.Insecure);
        if (opened.Value is not { } host)
        {
            return context.WriteErrors(opened.Problem!); // One of the two is there.
        }

        await using (host)
        {
            var view = context.ShowsProgress && !wishes.Quiet ? new LiveView(context) : null;
            var recorded = await measurement.RunAsync(host, place, view);
            return recorded.Value is { } run
                ? ReportOutput.GiveRun(
                    context, run.Path, run.End, wishes.Json, wishes.Markdown, wishes.Html, plan.Targets)
                : context.WriteErrors(recorded.Problem!);
        }
    }

    private sealed record Wishes(
        string? Out, string? Html, bool Json, bool Markdown, bool Insecure, bool Quiet, string? PlanFile,
        RunRegistrar? Registrar);
}
