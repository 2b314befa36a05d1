using System.CommandLine;
using Tollgate.Cli.Hosts;
using Tollgate.Cli.Report;
using Tollgate.Cli.Shell;
using Tollgate.Exchanges;
using Tollgate.Results;
using Tollgate.Runs;
using Tollgate.Simulator;
using Tollgate.Simulator.Profiles;
using Tollgate.Simulator.Server;
using Tollgate.Time;
using Tollgate.Workflows.Trying;

namespace Tollgate.Cli.Try;

/// <summary><c>tollgate try</c>: the whole story, with simulated models, without a key or a network.</summary>
internal static class TryCommand
{
    public static Command Create(CommandContext context)
    {
        var json = Flag.Switch("--json", "Print one JSON document and nothing else on standard output.");
        var seed = new Option<ulong>("--seed")
        {
            Description = "Seed of all random draws.",
            DefaultValueFactory = _ => 1,
        };
        var profiles = Flag.Text("--profiles", "FILE",
            "Simulated models, as in examples/profiles/default.yaml.");
        var output = Flag.Text("--out", "FILE",
            $"Run file to write (default: {RunFolder.Default}/try-TIME.tollgate).");
        var html = Flag.Text("--html", "FILE", "HTML report to write (default: next to the run file).");
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

        var trial = new Trial(new SimulatedModels(profiles), seed);
        if (trial.Missing is { } missing)
        {
            return context.WriteErrors($"{profilesFile}: there is no {missing}; expected the models {string.Join(", ", Trial.Models)} and the regions {string.Join(", ", Trial.Regions)}.");
        }

        if (RunWriter.NameProblem(path) is { } unnamed)
        {
            return context.WriteErrors(unnamed);
        }

        html ??= Beside(path);
        var story = new TryStory(context, isTold: !json && context.ShowsProgress, path);
        string?[] others = [path, profilesFile, story.RubricFile];
        if (OutputFile.Refusal(context, "--html", html, others) is { } refusal)
        {
            return context.WriteErrors(refusal);
        }

        story.Tell($"1/4  {Trial.Models.Count} simulated models in {Trial.Regions.Count} regions, {Trial.Tasks} tasks each, in virtual time; all four steps take about half a minute ...");
        var recorded = await trial.MeasureAsync(context.PlaceOf(path));
        if (recorded.Value is not { } run)
        {
            return context.WriteErrors(recorded.Problem!); // One of the two is there.
        }

        story.Tell("2/4  the same program over real sockets, held against what the simulator knows it sent ...");
        var calibration = await CalibrateAsync(context, seed);
        var (file, unreadable) = RunFile.Open(path);
        if (file is null)
        {
            return context.WriteErrors(unreadable!); // Without a file there is a reason.
        }

        using (file)
        {
            var report = RunReport.Of([file], calibration, run.End);
            var verdict = context.Stop.IsCancellationRequested ? null : await story.JudgeAsync(trial, seed);
            report = verdict is null ? report : report.With(verdict);
            story.Tell("");
            var code = ReportOutput.Give(context, report, json, markdown: false, html);
            context.Diagnostics.WriteLine($"run:    {Path.GetFullPath(path)}");
            if (verdict is not null)
            {
                context.Diagnostics.WriteLine($"rubric: {Path.GetFullPath(story.RubricFile)}, published in {TryStory.LedgerName} beside it before the calls");
            }

            if (!json)
            {
                context.Diagnostics.WriteLine();
                context.Diagnostics.WriteLine("The models were simulated: these figures do not predict real ones. To measure your own:");
                context.Diagnostics.WriteLine("  tollgate measure --url http://localhost:8000 --wire openai-chat --model MODEL --concurrency 8 --requests 100");
            }

            return code == ExitCodes.Done && context.Stop.IsCancellationRequested ? ExitCodes.Stopped : code;
        }
    }

    // The simulator knows of itself when a request came, by the kernel's stamp, and when it wrote the first token.
    private static async Task<CalibrationResult> CalibrateAsync(CommandContext context, ulong seed)
    {
        await using var server = SimulatedServer.Start(new SimulatedServerOptions
        {
            TimeProvider = context.Time,
            Seed = seed,
            Profiles = ProfileSet.Default,
        });
        var target = new Target { Name = "calibration", Wire = "openai-chat", Url = server.Url, Model = "steady" };
        var axis = new MonotonicAxis(context.Time);
        await using var exchanger = Transports.OpenBest([target], axis);
        await Transports.PrimeAsync(exchanger, context.Stop);
        return await Calibration.MeasureAsync(
            target,
            id => server.Truth.Find(id) is { Writes: [var first, ..] } record ? first.AtNs - record.ArrivedNs : null,
            exchanger, axis, seed, context.Stop, context.Abort);
    }

    // A run file that somebody calls a.html must not be written over.
    private static string Beside(string path) =>
        Path.GetExtension(path) == ".html" ? path + ".html" : Path.ChangeExtension(path, ".html");
}
