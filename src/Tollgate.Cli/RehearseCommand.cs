using System.CommandLine;
using Tollgate.Exchanges;
using Tollgate.Runs;
using Tollgate.Sessions;
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
        command.SetAction((parsed, _) => RunAsync(surroundings, flags.Read(parsed, surroundings)));
        return command;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, RehearseWishes wishes)
    {
        if (wishes.Errors.Count > 0)
        {
            return surroundings.Complain(wishes.Errors);
        }

        var settings = wishes.Settings!; // Without an error there are some.
        var path = wishes.Out ?? RunFolder.NewPath(surroundings, "rehearse");
        if (ReportOutput.Refusal(wishes.Html, path) is { } refusal)
        {
            return surroundings.Complain(refusal);
        }

        var (end, error) = wishes.Profiles is { } profiles
            ? await VirtualRehearsal.RunAsync(
                surroundings, settings, profiles,
                Describe(surroundings, settings, wishes, "virtual", StampSource.Virtual), path, wishes.Quiet)
            : await RealAsync(surroundings, settings, wishes, path);
        return error is null
            ? ReportOutput.GiveRun(surroundings, path, end, wishes.Json, wishes.Markdown, wishes.Html)
            : surroundings.Complain(error);
    }

    private static async Task<(RunEnd? End, string? Error)> RealAsync(
        Surroundings surroundings, RehearsalSettings settings, RehearseWishes wishes, string path)
    {
        var axis = new MonotonicAxis(surroundings.Time);
        var exchanger = Transports.Open(
            wishes.Transport, settings.Targets, axis, wishes.Insecure, out var transport);
        if (exchanger is null)
        {
            return (null, "the direct transport needs 64-bit Linux; expected --transport handler here.");
        }

        await using (exchanger)
        {
            await Transports.PrimeAsync(exchanger, axis, surroundings.Stop);
            var info = Describe(surroundings, settings, wishes, transport, exchanger.Stamp);
            await using var writer = RunWriter.TryCreate(path, info, surroundings.Time, out var error);
            if (writer is null)
            {
                return (null, error);
            }

            var recorder = new SessionRecorder(settings.Suite, writer);
            var runner = new RehearsalRunner(settings, exchanger, writer, recorder, axis);
            var running = PumpThread.RunAsync(() => runner.RunAsync(surroundings.Stop));
            await RehearsalView.ShowAsync(surroundings, wishes.Quiet, runner, recorder, running);
            return (await VirtualRehearsal.EndAsync(writer, recorder, await running), null);
        }
    }

    private static RunInfo Describe(
        Surroundings surroundings, RehearsalSettings settings, RehearseWishes wishes, string transport,
        StampSource stamp) =>
        VirtualRehearsal.Describe(surroundings, settings, wishes.SuiteText, wishes.ResolvedJson, transport, stamp);
}
