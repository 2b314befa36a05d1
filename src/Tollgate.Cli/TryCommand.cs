using System.CommandLine;
using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Plans;
using Tollgate.Results;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Simulator.InProcess;
using Tollgate.Simulator.Profiles;
using Tollgate.Time;

namespace Tollgate.Cli;

/// <summary><c>tollgate try</c>: the whole story, with simulated models, without a key or a network.</summary>
internal static class TryCommand
{
    private const int Tasks = 200;
    private const int Concurrency = 8;

    // The first is the baseline, the second the candidate of the headline.
    private static readonly string[] Models = ["gpt-5.5", "opus-4.7", "gpt-5.5-pro"];
    private static readonly string[] Regions = ["us-east", "emea", "apac"];

    public static Command Create(CommandContext context)
    {
        var json = new Option<bool>("--json")
        {
            Description = "Print one JSON document, and nothing else, on standard output.",
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Every random draw comes from it.",
            DefaultValueFactory = _ => 1,
        };
        var profiles = new Option<string?>("--profiles")
        {
            Description = "The models: a copy of examples/profiles/default.yaml, changed.",
            HelpName = "FILE",
        };
        var output = new Option<string?>("--out")
        {
            Description = $"The run file to write; {RunFolder.Default}/try-TIME.tollgate unless said otherwise.",
            HelpName = "FILE",
        };
        var html = new Option<string?>("--html")
        {
            Description = "The report to write; beside the run file unless said otherwise.",
            HelpName = "FILE",
        };
        var command = new Command("try", "See the whole story with simulated models: no key, no network, half a minute.")
        {
            json, seed, profiles, output, html, OutputFile.Force,
        };
        command.SetAction((parsed, _) => RunAsync(
            context, parsed.GetValue(seed), parsed.GetValue(profiles),
            parsed.GetValue(output) ?? RunFolder.NewPath(context, "try"), parsed.GetValue(html),
            parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, ulong seed, string? profilesFile, string path, string? html, bool json)
    {
        ProfileSet profiles;
        try
        {
            profiles = profilesFile is null ? ProfileSet.Default : ProfileFile.Load(profilesFile);
        }
        catch (ProfileException e)
        {
            return context.WriteErrors(e.Message);
        }

        if (Missing(profiles) is { } missing)
        {
            return context.WriteErrors($"{profilesFile}: there is no {missing}; expected the models {string.Join(", ", Models)} and the regions {string.Join(", ", Regions)}.");
        }

        if (RunWriter.NameProblem(path) is { } unnamed)
        {
            return context.WriteErrors(unnamed);
        }

        html ??= Beside(path);
        string?[] others = [path, profilesFile, TryVerdict.RubricBeside(path)];
        if (OutputFile.Refusal(context, "--html", html, others) is { } refusal)
        {
            return context.WriteErrors(refusal);
        }

        var story = !json && context.ShowsProgress;
        Say(story, context, $"1/4  {Models.Length} simulated models in {Regions.Length} regions, {Tasks} tasks each, in virtual time; all four steps take about half a minute ...");
        var (end, error) = await RecordAsync(context, profiles, seed, path);
        if (error is not null)
        {
            return context.WriteErrors(error);
        }

        Say(story, context, "2/4  the same program over real sockets, held against what the simulator knows it sent ...");
        var calibration = await Calibration.MeasureAsync(context, seed);
        var (file, unreadable) = RunFile.Open(path);
        if (file is null)
        {
            return context.WriteErrors(unreadable!); // Without a file there is a reason.
        }

        using (file)
        {
            var report = RunReport.Of([file], calibration, end);
            var verdict = context.Stop.IsCancellationRequested
                ? null
                : await TryVerdict.GiveAsync(
                    context, profiles, seed, path, Models[0], Models[1], line => Say(story, context, line),
                    quiet: !story);
            report = verdict is null ? report : report.With(verdict);
            Say(story, context, "");
            var code = ReportOutput.Give(context, report, json, markdown: false, html);
            context.Diagnostics.WriteLine($"run:    {Path.GetFullPath(path)}");
            if (verdict is not null)
            {
                context.Diagnostics.WriteLine($"rubric: {Path.GetFullPath(TryVerdict.RubricBeside(path))}, published in {TryVerdict.LedgerName} beside it before the calls");
            }

            if (!json)
            {
                context.Diagnostics.WriteLine();
                context.Diagnostics.WriteLine("The models were simulated: these figures say nothing of real ones. To measure your own:");
                context.Diagnostics.WriteLine("  tollgate measure --url http://localhost:8000 --wire openai-chat --model MODEL --concurrency 8 --requests 100");
            }

            return code == ExitCodes.Done && context.Stop.IsCancellationRequested ? ExitCodes.Stopped : code;
        }
    }

    // A run file that somebody calls a.html must not be written over.
    private static string Beside(string path) =>
        Path.GetExtension(path) == ".html" ? path + ".html" : Path.ChangeExtension(path, ".html");

    private static void Say(bool wanted, CommandContext context, string line)
    {
        if (wanted)
        {
            context.Diagnostics.WriteLine(line);
        }
    }

    private static string? Missing(ProfileSet profiles) =>
        Models.Where(model => !profiles.Models.ContainsKey(model)).Select(model => $"model {model}")
            .Concat(Regions.Where(region => !profiles.Regions.ContainsKey(region)).Select(region => $"region {region}"))
            .FirstOrDefault();

    private static async Task<(RunEnd? End, string? Error)> RecordAsync(
        CommandContext context, ProfileSet profiles, ulong seed, string path)
    {
        var targets = Regions.SelectMany(region => Models.Select(model => new Target
        {
            Name = $"{model}@{region}",
            Wire = "openai-chat",
            Url = new Uri("http://simulated.invalid"),
            Model = model,
            Region = region,
            Price = profiles.Models[model].Price,
        })).ToList();
        var plan = new Plan
        {
            Targets = targets,
            Load = new PlanLoad { Concurrency = Concurrency },
            Requests = Tasks,
            Seed = seed,
        };
        var settings = PlanCompiler.Of(plan, seed).Settings!; // It names no file that could be wrong.
        var time = new VirtualTime();
        await using var exchanger = new SimulatedExchanger(time, profiles, seed);
        var info = context.Describe(targets, seed, "virtual", StampSource.Virtual) with
        {
            PlanResolved = plan.ResolvedJson,
        };
        await using var writer = RunWriter.TryCreate(path, info, context.Time, out var error, waitWhenFull: true);
        if (writer is null)
        {
            return (null, error);
        }

        LoadSummary? summary = null;
        time.Run(async () =>
        {
            var runner = new LoadRunner(settings, exchanger, writer, new MonotonicAxis(time));
            summary = await runner.RunAsync(time.Follow(context.Stop), time.Follow(context.Abort));
        });
        var end = await writer.CompleteAsync(
            new RunEnd(summary!.End.ToString().ToLowerInvariant(), summary.Valid, summary.Problems)); // Run returned.
        return (end, null);
    }
}
