using System.Collections.Concurrent;
using System.CommandLine;
using Tollgate.Exchanges;
using Tollgate.Runs;
using Tollgate.Scores;
using Tollgate.Sessions;
using Tollgate.Simulator;
using Tollgate.Suites.Briefs;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Cli;

/// <summary><c>tollgate rehearse SUITE</c>: simulated calls against targets.</summary>
internal static class RehearseCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var flags = new RehearseFlags();
        var command = new Command(
            "rehearse",
            "Hold the simulated calls of a suite with a target, and score what came of them. Without a target the simulated models take the calls, in virtual time.");
        flags.AddTo(command);
        command.Add(OutputFile.Force);
        command.SetAction((parsed, _) => RunAsync(surroundings, flags.Read(parsed, surroundings)));
        return command;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, RehearseWishes wishes)
    {
        if (wishes.Errors.Count > 0)
        {
            return surroundings.Complain(wishes.Errors);
        }

        using var registrar = wishes.Registrar;
        var settings = wishes.Settings!; // Without an error there are some.
        if (registrar is not null)
        {
            var (seed, noSeed) = await registrar.SeedAsync(wishes.GivenSeed, surroundings.Stop);
            if (noSeed is not null)
            {
                surroundings.Complain(noSeed.Message);
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

        var path = wishes.Out ?? RunFolder.NewPath(surroundings, "rehearse");
        if (OutputFile.Refusal(surroundings, "--html", wishes.Html, [path, .. wishes.InputFiles, .. registrar?.Files ?? []])
            is { } refusal)
        {
            return surroundings.Complain(refusal);
        }

        // The report holds the scores of all sessions in any case; they are those that were counted into the run file.
        var scores = new ConcurrentDictionary<(string Target, long Id), SessionScore>();
        var (end, problem) = wishes.Profiles is { } profiles
            ? await VirtualAsync(surroundings, settings, profiles, wishes, path, scores)
            : await RealAsync(surroundings, settings, wishes, path, scores);
        if (problem is not null)
        {
            surroundings.Complain(problem.Message);
            return problem.ExitCode;
        }

        return ReportOutput.GiveRun(
            surroundings, path, end, wishes.Json, wishes.Markdown, wishes.Html, settings.Targets, scores);
    }

    private static async Task<(RunEnd? End, LedgerProblem? Problem)> VirtualAsync(
        Surroundings surroundings, RehearsalSettings settings, ProfileSet profiles, RehearseWishes wishes, string path,
        ConcurrentDictionary<(string Target, long Id), SessionScore> scores)
    {
        var (registration, problem) = await RegisterAsync(surroundings, settings, wishes, path);
        if (problem is not null)
        {
            return (null, problem);
        }

        var info = Describe(surroundings, settings, wishes, "virtual", StampSource.Virtual) with
        {
            Registration = registration,
        };
        var (end, error) = await VirtualRehearsal.RunAsync(
            surroundings, settings, profiles, info, path, wishes.Quiet, scores);
        return (end, Bad(error));
    }

    private static async Task<(RunEnd? End, LedgerProblem? Problem)> RealAsync(
        Surroundings surroundings, RehearsalSettings settings, RehearseWishes wishes, string path,
        ConcurrentDictionary<(string Target, long Id), SessionScore> scores)
    {
        var axis = new MonotonicAxis(surroundings.Time);
        var exchanger = Transports.Open(
            wishes.Transport, settings.Reached, axis, wishes.Insecure, out var transport);
        if (exchanger is null)
        {
            return (null, Bad("the direct transport needs 64-bit Linux; expected --transport handler here."));
        }

        await using (exchanger)
        {
            await Transports.PrimeAsync(exchanger, axis, surroundings.Stop);
            var (registration, problem) = await RegisterAsync(surroundings, settings, wishes, path);
            if (problem is not null)
            {
                return (null, problem);
            }

            var info = Describe(surroundings, settings, wishes, transport, exchanger.Stamp) with
            {
                Registration = registration,
            };
            await using var writer = RunWriter.TryCreate(path, info, surroundings.Time, out var error);
            if (writer is null)
            {
                return (null, Bad(error));
            }

            var recorder = new SessionRecorder(settings, writer, scores);
            var runner = new RehearsalRunner(settings, exchanger, writer, recorder, axis);
            var running = PumpThread.RunAsync(() => runner.RunAsync(surroundings.Stop));
            await RehearsalView.ShowAsync(surroundings, wishes.Quiet, runner, recorder, running);
            return (await VirtualRehearsal.EndAsync(writer, recorder, await running, exchanger), null);
        }
    }

    // The last thing before the run begins: an entry says that calls were about to be held.
    private static async Task<(RunRegistration? Registration, LedgerProblem? Problem)> RegisterAsync(
        Surroundings surroundings, RehearsalSettings settings, RehearseWishes wishes, string path) =>
        wishes.Registrar is not { } registrar ? (null, null)
            : RunFolder.Taken(path) is { } taken ? (null, Bad(taken))
            : await registrar.RegisterAsync(
                VirtualRehearsal.Registered("rehearse", settings), surroundings.Stop);

    private static LedgerProblem? Bad(string? error) =>
        error is null ? null : new LedgerProblem(error, ExitCodes.BadInput);

    private static RunInfo Describe(
        Surroundings surroundings, RehearsalSettings settings, RehearseWishes wishes, string transport,
        StampSource stamp) =>
        VirtualRehearsal.Describe(surroundings, settings, wishes.SuiteText, wishes.ResolvedJson, transport, stamp);
}
