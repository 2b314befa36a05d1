using Tollgate.Exchanges;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Plans;
using Tollgate.Sessions;
using Tollgate.Workflows.Judging;
using Tollgate.Workflows.Ledgers;
using Tollgate.Workflows.Measuring;
using Tollgate.Workflows.Recording;
using Tollgate.Workflows.Rehearsing;

namespace Tollgate.Workflows.Trying;

/// <summary>The whole story with simulated models: they are measured, take calls, and are judged.</summary>
/// <param name="seed">Every random draw comes from it.</param>
internal sealed class Trial(ISimulatedModels models, ulong seed)
{
    /// <summary>The tasks that each model is measured with in each region.</summary>
    public const int Tasks = 200;

    private const int Concurrency = 8;

    /// <summary>The first has the calls, the second wants them.</summary>
    public static IReadOnlyList<string> Models { get; } = ["gpt-5.5", "opus-4.7", "gpt-5.5-pro"];

    public static IReadOnlyList<string> Regions { get; } = ["us-east", "emea", "apac"];

    /// <summary>Who has the calls.</summary>
    public static string Baseline => Models[0];

    /// <summary>Who wants them.</summary>
    public static string Candidate => Models[1];

    /// <summary>The first model or region that the story needs and does not have; null where it has all.</summary>
    public string? Missing => Models.Except(models.Models).Select(static model => $"model {model}")
        .Concat(Regions.Except(models.Regions).Select(static region => $"region {region}"))
        .FirstOrDefault();

    /// <summary>Measures every model in every region, in virtual time.</summary>
    public async Task<WorkflowResult<RecordedRun>> MeasureAsync(RunPlace place)
    {
        var plan = new Plan
        {
            Targets =
            [
                .. Regions.SelectMany(region => Models.Select(
                    model => Target(model) with { Name = $"{model}@{region}", Region = region })),
            ],
            Load = new PlanLoad { Concurrency = Concurrency },
            Requests = Tasks,
            Seed = seed,
        };
        var prepared = await Measurement.PrepareAsync(plan, null, place.Time, place.Stop);
        await using var host = models.NewHost(seed);
        return await prepared.OrThrow().RunAsync(host, place); // The plan names no file that could be wrong.
    }

    /// <summary>Holds calls with the baseline and the candidate under a published rubric, and judges them.</summary>
    /// <param name="calls">Which calls, and by which rubric.</param>
    /// <param name="place">Where they are recorded.</param>
    /// <param name="view">Shows them meanwhile; null for nobody.</param>
    public async Task<WorkflowResult<Verdict>> JudgeAsync(
        TrialCalls calls, RunPlace place, IRunView<RehearsalProgress>? view)
    {
        var settings = new RehearsalSettings
        {
            Suite = calls.Suite,
            Sessions = calls.Suite.Sessions,
            Targets = [Target(Baseline), Target(Candidate)],
            Seed = seed,
            Repetitions = calls.Repetitions,
            Oracles = calls.Oracles,
        };
        using var registrar = new RunRegistrar(
            calls.Rubric, calls.RubricFile, new LedgerFile(calls.LedgerFile, place.Time), 1, key: null);
        var prepared = await Rehearsal.RegisteredAsync(
            settings, calls.SuiteText, new RehearsalRegistration(registrar, "try"), place.Stop);
        if (prepared.Value is not { } rehearsal)
        {
            return prepared.Problem!; // One of the two is there.
        }

        await using (var host = models.NewHost(rehearsal.Settings.Seed))
        {
            var recorded = await rehearsal.RunAsync(host, place, view);
            if (recorded.Value is not { } run)
            {
                return recorded.Problem!;
            }

            if (run.End is not { Valid: true, Reason: "finished" })
            {
                return new WorkflowProblem(
                    ProblemKind.Stopped, ["the calls did not come to their end: there is no verdict."]);
            }
        }

        return await Judgement.GiveAsync(
            new JudgeRequest
            {
                Rubric = calls.Rubric,
                RubricFile = calls.RubricFile,
                LedgerFile = calls.LedgerFile,
                Baseline = [place.Path],
                Candidate = [place.Path],
                BaselineTarget = Baseline,
                CandidateTarget = Candidate,
            },
            place.Time, place.Stop);
    }

    private Target Target(string model) => new()
    {
        Name = model,
        Wire = "openai-chat",
        Url = new Uri("http://simulated.invalid"),
        Model = model,
        Price = models.PriceOf(model),
    };
}
