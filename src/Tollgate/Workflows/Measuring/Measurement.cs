using Tollgate.Gate.Ledgers;
using Tollgate.Load;
using Tollgate.Plans;
using Tollgate.Workflows.Ledgers;
using Tollgate.Workflows.Recording;

namespace Tollgate.Workflows.Measuring;

/// <summary>A load that is ready to be measured: nothing of it can be wrong any more. It is carried out once.</summary>
internal sealed class Measurement
{
    private readonly Plan plan;
    private readonly LoadSettings settings;
    private readonly RunRegistrar? registrar;

    private Measurement(Plan plan, LoadSettings settings, RunRegistrar? registrar)
    {
        this.plan = plan;
        this.settings = settings;
        this.registrar = registrar;
    }

    /// <summary>Finds the seed, and reads the prompts and the trace.</summary>
    /// <param name="plan">What is to be measured.</param>
    /// <param name="registrar">Registers the run before anything is sent, and knows its seed; null for nobody.</param>
    /// <param name="time">The clock from which a seed is drawn that nobody chose.</param>
    /// <param name="stop">Ends the wait for other processes.</param>
    public static async Task<WorkflowResult<Measurement>> PrepareAsync(
        Plan plan, RunRegistrar? registrar, TimeProvider time, CancellationToken stop)
    {
        if (registrar is not null)
        {
            var (follows, problem) = await registrar.SeedAsync(plan.Seed, stop);
            if (problem is not null)
            {
                return problem;
            }

            plan = plan with { Seed = follows };
        }

        // A seed that nobody chose is drawn from the clock, and written down.
        var seed = plan.Seed ?? (ulong)time.GetUtcNow().Ticks % 1_000_000_007;
        plan = plan with { Seed = seed };
        var made = PlanCompiler.Of(plan, seed);
        return made.Settings is { } settings
            ? new Measurement(plan, settings, registrar)
            : WorkflowProblem.BadInput([.. made.Errors.Select(static error => error.ToString())]);
    }

    /// <summary>Carries it out, and records it.</summary>
    /// <param name="host">What it is carried out by.</param>
    /// <param name="place">Where it is recorded.</param>
    /// <param name="view">Shows it meanwhile; null for nobody.</param>
    public async Task<WorkflowResult<RecordedRun>> RunAsync(
        IRunHost host, RunPlace place, IRunView<MeasureProgress>? view = null)
    {
        await host.PrepareAsync(place.Stop);
        var (registration, problem) = registrar is null
            ? (null, null)
            : await registrar.RegisterAsync(Registered(), place.Stop);
        if (problem is not null)
        {
            return problem;
        }

        var info = place.Origin.Describe(plan.Targets, settings.Seed, host, place.Time.GetUtcNow()) with
        {
            PlanGiven = plan.GivenText,
            Configuration = RunConfigurations.Of(plan),
            Registration = registration,
        };
        return await RunRecorder.RecordAsync(
            place, info, host, writer => new MeasureProgress(settings, host, writer), view);
    }

    private LedgerRun Registered() => new()
    {
        RubricDigest = "",
        Publication = 0,
        Command = "measure",
        Targets = [.. plan.Targets.Select(static target => target.Name)],
        Seed = settings.Seed,
        Part = 1,
        Sessions = plan.Requests,
    };
}
