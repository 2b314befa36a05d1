using System.CommandLine;
using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Plans;
using Tollgate.Reports;
using Tollgate.Runs;
using Tollgate.Simulator;
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

    public static Command Create(Surroundings surroundings)
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
            surroundings, parsed.GetValue(seed), parsed.GetValue(profiles),
            parsed.GetValue(output) ?? RunFolder.NewPath(surroundings, "try"), parsed.GetValue(html),
            parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(
        Surroundings surroundings, ulong seed, string? profilesFile, string path, string? html, bool json)
    {
        ProfileSet profiles;
        try
        {
            profiles = profilesFile is null ? ProfileSet.Default : ProfileFile.Load(profilesFile);
        }
        catch (ProfileException e)
        {
            return surroundings.Complain(e.Message);
        }

        if (Missing(profiles) is { } missing)
        {
            return surroundings.Complain($"{profilesFile}: there is no {missing}; expected the models {string.Join(", ", Models)} and the regions {string.Join(", ", Regions)}.");
        }

        if (RunWriter.NameProblem(path) is { } unnamed)
        {
            return surroundings.Complain(unnamed);
        }

        html ??= Beside(path);
        string?[] others = [path, profilesFile, TryVerdict.RubricBeside(path)];
        if (OutputFile.Refusal(surroundings, "--html", html, others) is { } refusal)
        {
            return surroundings.Complain(refusal);
        }

        var story = !json && surroundings.TalksToTerminal;
        Say(story, surroundings, $"1/4  {Models.Length} simulated models in {Regions.Length} regions, {Tasks} tasks each, in virtual time ...");
        var (end, error) = await RecordAsync(surroundings, profiles, seed, path);
        if (error is not null)
        {
            return surroundings.Complain(error);
        }

        Say(story, surroundings, "2/4  the same program over real sockets, held against what the simulator knows it sent ...");
        var calibration = await Calibration.MeasureAsync(surroundings, seed);
        var (file, unreadable) = RunFile.Open(path);
        if (file is null)
        {
            return surroundings.Complain(unreadable!); // Without a file there is a reason.
        }

        using (file)
        {
            var report = RunReport.Of([file], calibration, end);
            var verdict = surroundings.Stop.IsCancellationRequested
                ? null
                : await TryVerdict.GiveAsync(
                    surroundings, profiles, seed, path, Models[0], Models[1], line => Say(story, surroundings, line),
                    quiet: !story);
            report = verdict is null ? report : report.With(verdict);
            Say(story, surroundings, "");
            var code = ReportOutput.Give(surroundings, report, json, markdown: false, html);
            surroundings.Talk.WriteLine($"run:    {Path.GetFullPath(path)}");
            if (verdict is not null)
            {
                surroundings.Talk.WriteLine($"rubric: {Path.GetFullPath(TryVerdict.RubricBeside(path))}, published in {TryVerdict.LedgerName} beside it before the calls");
            }

            if (!json)
            {
                surroundings.Talk.WriteLine();
                surroundings.Talk.WriteLine("The models were simulated: these figures say nothing of real ones. To measure your own:");
                surroundings.Talk.WriteLine("  tollgate measure --url http://localhost:8000 --wire openai-chat --model MODEL --concurrency 8 --requests 100");
            }

            return code == ExitCodes.Done && surroundings.Stop.IsCancellationRequested ? ExitCodes.Stopped : code;
        }
    }

    // A run file that somebody calls a.html must not be written over.
    private static string Beside(string path) =>
        Path.GetExtension(path) == ".html" ? path + ".html" : Path.ChangeExtension(path, ".html");

    private static void Say(bool wanted, Surroundings surroundings, string line)
    {
        if (wanted)
        {
            surroundings.Talk.WriteLine(line);
        }
    }

    private static string? Missing(ProfileSet profiles) =>
        Models.Where(model => !profiles.Models.ContainsKey(model)).Select(model => $"model {model}")
            .Concat(Regions.Where(region => !profiles.Regions.ContainsKey(region)).Select(region => $"region {region}"))
            .FirstOrDefault();

    private static async Task<(RunEnd? End, string? Error)> RecordAsync(
        Surroundings surroundings, ProfileSet profiles, ulong seed, string path)
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
        var settings = PlanSettings.Of(plan, seed).Settings!; // It names no file that could be wrong.
        var time = new VirtualTime();
        await using var exchanger = new SimulatedExchanger(time, profiles, seed);
        var info = surroundings.Describe(targets, seed, "virtual", StampSource.Virtual) with
        {
            PlanResolved = plan.ResolvedJson,
        };
        await using var writer = RunWriter.TryCreate(path, info, surroundings.Time, out var error, waitWhenFull: true);
        if (writer is null)
        {
            return (null, error);
        }

        LoadSummary? summary = null;
        time.Run(async () =>
        {
            var runner = new LoadRunner(settings, exchanger, writer, new MonotonicAxis(time));
            summary = await runner.RunAsync(time.Follow(surroundings.Stop), time.Follow(surroundings.Abort));
        });
        var end = await writer.CompleteAsync(
            new RunEnd(summary!.End.ToString().ToLowerInvariant(), summary.Valid, summary.Problems)); // Run returned.
        return (end, null);
    }
}
