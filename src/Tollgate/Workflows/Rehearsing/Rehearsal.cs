using Tollgate.Gate.Ledgers;
using Tollgate.Runs.Records;
using Tollgate.Sessions;
using Tollgate.Workflows.Recording;

namespace Tollgate.Workflows.Rehearsing;

/// <summary>Calls that are ready to be held. They are held once.</summary>
internal sealed class Rehearsal
{
    private readonly RehearsalSettings settings;
    private readonly string suiteText;
    private readonly RehearsalRegistration? registration;

    /// <param name="settings">Which calls, with whom, and when.</param>
    /// <param name="suiteText">The suite as its file has it: the run file keeps it.</param>
    public Rehearsal(RehearsalSettings settings, string suiteText)
        : this(settings, suiteText, null)
    {
    }

    private Rehearsal(RehearsalSettings settings, string suiteText, RehearsalRegistration? registration)
    {
        this.settings = settings;
        this.suiteText = suiteText;
        this.registration = registration;
    }

    /// <summary>Which calls, with whom, and when.</summary>
    public RehearsalSettings Settings => settings;

    /// <summary>
    /// Calls that are registered before the first of them: their seed follows from the publication, and with it who
    /// calls.
    /// </summary>
    /// <param name="settings">Which calls, with whom, and when.</param>
    /// <param name="suiteText">The suite as its file has it.</param>
    /// <param name="registration">How they are registered.</param>
    /// <param name="stop">Ends the wait for other processes.</param>
    public static async Task<WorkflowResult<Rehearsal>> RegisteredAsync(
        RehearsalSettings settings, string suiteText, RehearsalRegistration registration, CancellationToken stop)
    {
        var (seed, problem) = await registration.Registrar.SeedAsync(registration.GivenSeed, stop);
        return problem is not null ? problem
            : new Rehearsal(registration.Seeded(settings, seed), suiteText, registration);
    }

    /// <summary>Holds the calls, scores each when it is over, and records them.</summary>
    /// <param name="host">What they are carried out by.</param>
    /// <param name="place">Where they are recorded.</param>
    /// <param name="view">Shows them meanwhile; null for nobody.</param>
    public async Task<WorkflowResult<RehearsedRun>> RunAsync(
        IRunHost host, RunPlace place, IRunView<RehearsalProgress>? view = null)
    {
        await host.PrepareAsync(place.Stop);
        var (entry, problem) = await RegisterAsync(place);
        if (problem is not null)
        {
            return problem;
        }

        var info = place.Origin.Describe(settings.Targets, settings.Seed, host, place.Time.GetUtcNow()) with
        {
            Suite = new SuiteInfo(settings.Suite.Name, settings.Suite.Digest, suiteText),
            Configuration = RunConfigurations.Of(settings),
            Registration = entry,
        };
        RehearsalProgress? progress = null;
        var recorded = await RunRecorder.RecordAsync(
            place, info, host, writer => progress = new RehearsalProgress(settings, host, writer), view);
        return recorded.Value is { } run
            ? new RehearsedRun(run.Path, run.End, progress!.Scores) // It was recorded, so it was made.
            : recorded.Problem!; // One of the two is there.
    }

    // The last thing before the run begins: an entry says that calls were about to be held.
    private async Task<(RunRegistration? Entry, WorkflowProblem? Problem)> RegisterAsync(RunPlace place) =>
        registration is null ? (null, null)
        : place.Taken is { } taken ? (null, WorkflowProblem.BadInput(taken))
        : await registration.Registrar.RegisterAsync(
            new LedgerRun
            {
                RubricDigest = "",
                Publication = 0,
                Command = registration.Command,
                Suite = settings.Suite.Name,
                SuiteDigest = settings.Suite.Digest,
                Targets = [.. settings.Targets.Select(static target => target.Name)],
                Seed = settings.Seed,
                Part = 1,
                Sessions = (long)settings.Sessions.Count * settings.Repetitions,
            },
            place.Stop);
}
