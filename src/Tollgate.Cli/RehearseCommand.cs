using System.Collections.Concurrent;
using System.CommandLine;
using Tollgate.Exchanges;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Scores.Outcomes;
using Tollgate.Sessions;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Profiles;
using Tollgate.Suites.Reading;
using Tollgate.Time;

namespace Tollgate.Cli;

/// <summary><c>tollgate rehearse SUITE</c>: simulated calls against targets.</summary>
internal static class RehearseCommand
{
    public static Command Create(CommandContext context)
    {
        var flags = new RehearseFlags();
        var command = new Command(
            "rehearse",
            "Hold the simulated calls of a suite with a target, and score what came of them. Without a target the simulated models take the calls, in virtual time.");
        flags.AddTo(command);
        command.Add(OutputFile.Force);
        command.SetAction((parsed, _) => RunAsync(context, flags.Read(parsed, context)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, RehearseOptions wishes)
    {
        if (wishes.Errors.Count > 0)
        {
            return context.WriteErrors(wishes.Errors);
        }

        using var registrar = wishes.Registrar;
        var settings = wishes.Settings!; // Without an error there are some.
        if (registrar is not null)
        {
            var (seed, noSeed) = await registrar.SeedAsync(wishes.GivenSeed, context.Stop);
            if (noSeed is not null)
            {
                context.WriteErrors(noSeed.Message);
                return noSeed.ExitCode;
            }

            settings = settings with
            {
                Seed = seed,
                Sessions = wishes.DrawnCalls is { } calls ? BriefDrawer.Draw(settings.Suite, calls, seed)
                    : settings.Sessions,
            };
            wishes = wishes with { Settings = settings, ResolvedJson = RehearseFlags.Resolved(settings) };
        }

        var path = wishes.Out ?? RunFolder.NewPath(context, "rehearse");
        if (OutputFile.Refusal(context, "--html", wishes.Html, [path, .. wishes.InputFiles, .. registrar?.Files ?? []])
            is { } refusal)
        {
            return context.WriteErrors(refusal);
        }

        // The report holds the scores of all sessions in any case; they are those that were counted into the run file.
        var scores = new ConcurrentDictionary<(string Target, long Id), SessionScore>();
        var (end, problem) = wishes.Profiles is { } profiles
            ? await VirtualAsync(context, settings, profiles, wishes, path, scores)
            : await RealAsync(context, settings, wishes, path, scores);
        if (problem is not null)
        {
            context.WriteErrors(problem.Message);
            return problem.ExitCode;
        }

        return ReportOutput.GiveRun(
            context, path, end, wishes.Json, wishes.Markdown, wishes.Html, settings.Targets, scores);
    }

    private static async Task<(RunEnd? End, LedgerProblem? Problem)> VirtualAsync(
        CommandContext context, RehearsalSettings settings, ProfileSet profiles, RehearseOptions wishes, string path,
        ConcurrentDictionary<(string Target, long Id), SessionScore> scores)
    {
        var (registration, problem) = await RegisterAsync(context, settings, wishes, path);
        if (problem is not null)
        {
            return (null, problem);
        }

        var info = Describe(context, settings, wishes, "virtual", StampSource.Virtual) with
        {
            Registration = registration,
        };
        var (end, error) = await VirtualRehearsal.RunAsync(
            context, settings, profiles, info, path, wishes.Quiet, scores);
        return (end, Bad(error));
    }

    private static async Task<(RunEnd? End, LedgerProblem? Problem)> RealAsync(
        CommandContext context, RehearsalSettings settings, RehearseOptions wishes, string path,
        ConcurrentDictionary<(string Target, long Id), SessionScore> scores)
    {
        var axis = new MonotonicAxis(context.Time);
        var exchanger = Transports.Open(
            wishes.Transport, settings.Reached, axis, wishes.Insecure, out var transport);
        if (exchanger is null)
        {
            return (null, Bad("the direct transport needs 64-bit Linux; expected --transport handler here."));
        }

        await using (exchanger)
        {
            await Transports.PrimeAsync(exchanger, axis, context.Stop);
            var (registration, problem) = await RegisterAsync(context, settings, wishes, path);
            if (problem is not null)
            {
                return (null, problem);
            }

            var info = Describe(context, settings, wishes, transport, exchanger.Stamp) with
            {
                Registration = registration,
            };
            await using var writer = RunWriter.TryCreate(path, info, context.Time, out var error);
            if (writer is null)
            {
                return (null, Bad(error));
            }

            var recorder = new SessionRecorder(settings, writer, scores);
            var runner = new RehearsalRunner(settings, exchanger, writer, recorder, axis);
            var running = PumpThread.RunAsync(() => runner.RunAsync(context.Stop));
            await RehearsalView.ShowAsync(context, wishes.Quiet, runner, recorder, running);
            return (await VirtualRehearsal.EndAsync(writer, recorder, await running, exchanger), null);
        }
    }

    // The last thing before the run begins: an entry says that calls were about to be held.
    private static async Task<(RunRegistration? Registration, LedgerProblem? Problem)> RegisterAsync(
        CommandContext context, RehearsalSettings settings, RehearseOptions wishes, string path) =>
        wishes.Registrar is not { } registrar ? (null, null)
            : RunFolder.Taken(path) is { } taken ? (null, Bad(taken))
            : await registrar.RegisterAsync(
                VirtualRehearsal.Registered("rehearse", settings), context.Stop);

    private static LedgerProblem? Bad(string? error) =>
        error is null ? null : new LedgerProblem(error, ExitCodes.BadInput);

    private static RunInfo Describe(
        CommandContext context, RehearsalSettings settings, RehearseOptions wishes, string transport,
        StampSource stamp) =>
        VirtualRehearsal.Describe(context, settings, wishes.SuiteText, wishes.ResolvedJson, transport, stamp);
}
