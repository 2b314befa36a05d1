using System.Collections.Concurrent;
using Tollgate.Exchanges;
using Tollgate.Gate.Ledgers;
using Tollgate.Load;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Scores.Outcomes;
using Tollgate.Sessions;
using Tollgate.Simulator.InProcess;
using Tollgate.Simulator.Profiles;
using Tollgate.Time;
using Tollgate.Transport;

namespace Tollgate.Cli;

/// <summary>Calls with simulated models in virtual time, recorded.</summary>
internal static class VirtualRehearsal
{
    /// <summary>Holds them to their end, or until somebody stops it.</summary>
    /// <param name="context">The machine.</param>
    /// <param name="settings">Which calls, with whom.</param>
    /// <param name="profiles">The models.</param>
    /// <param name="info">What the run file says of it.</param>
    /// <param name="path">The run file.</param>
    /// <param name="quiet">Show no progress.</param>
    /// <param name="scores">Where the sessions' scores are kept for a report; null for nowhere.</param>
    /// <returns>How it ended; or why there is no run, as one sentence.</returns>
    public static async Task<(RunEnd? End, string? Error)> RunAsync(
        CommandContext context, RehearsalSettings settings, ProfileSet profiles, RunInfo info, string path,
        bool quiet, ConcurrentDictionary<(string Target, long Id), SessionScore>? scores = null)
    {
        var time = new VirtualTime();
        await using var exchanger = new SimulatedExchanger(time, profiles, settings.Seed);
        await using var writer = RunWriter.TryCreate(path, info, context.Time, out var error, waitWhenFull: true);
        if (writer is null)
        {
            return (null, error);
        }

        var recorder = new SessionRecorder(settings, writer, scores);
        var runner = new RehearsalRunner(settings, exchanger, writer, recorder, new MonotonicAxis(time));
        var running = Task.Factory.StartNew(
            () =>
            {
                LoadSummary? summary = null;
                time.Run(async () => summary = await runner.RunAsync(time.Follow(context.Stop)));
                return summary!; // Run returned.
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await RehearsalView.ShowAsync(context, quiet, runner, recorder, running);
        return (await EndAsync(writer, recorder, await running, exchanger), null);
    }

    /// <summary>Closes the run file.</summary>
    public static async Task<RunEnd> EndAsync(
        RunWriter writer, SessionRecorder recorder, LoadSummary summary, IExchanger exchanger) =>
        await writer.CompleteAsync(new RunEnd(
            summary.End.ToString().ToLowerInvariant(), summary.Valid && recorder.Problem is null,
            [
                .. summary.Problems, .. recorder.Problem is { } problem ? [problem] : Array.Empty<string>(),
                .. exchanger.Warnings,
            ]));

    /// <summary>
    /// What a ledger says of a rehearsal before it begins; the registrar knows the rubric and the part.
    /// </summary>
    public static LedgerRun Registered(string command, RehearsalSettings settings) => new()
    {
        RubricDigest = "",
        Publication = 0,
        Command = command,
        Suite = settings.Suite.Name,
        SuiteDigest = settings.Suite.Digest,
        Targets = [.. settings.Targets.Select(static target => target.Name)],
        Seed = settings.Seed,
        Part = 1,
        Sessions = (long)settings.Sessions.Count * settings.Repetitions,
    };

    /// <summary>What a run file says of a rehearsal.</summary>
    public static RunInfo Describe(
        CommandContext context, RehearsalSettings settings, string suiteText, string resolvedJson, string transport,
        StampSource stamp) =>
        context.Describe(settings.Targets, settings.Seed, transport, stamp) with
        {
            Suite = new SuiteInfo(settings.Suite.Name, settings.Suite.Digest, suiteText),
            PlanResolved = resolvedJson,
        };
}
