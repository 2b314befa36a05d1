using Tollgate.Advice;
using Tollgate.Exchanges;
using Tollgate.Gate.Judging;
using Tollgate.Measures.Comparing;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Summaries;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;
using Tollgate.Scores.Outcomes;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Results;

/// <summary>What one run or several say: every number is drawn anew from the exchanges and the transcripts.</summary>
internal sealed record RunReport
{
    /// <summary>The name of the run or runs.</summary>
    public required string Run { get; init; }

    public ulong Seed { get; init; }

    /// <summary>When the run began, as text in ISO 8601; null where it is not to be told, as in virtual time.</summary>
    public string? Started { get; init; }

    /// <summary>The load in words, such as <c>open loop, 5/s Poisson, 200 requests</c>.</summary>
    public string? Load { get; init; }

    /// <summary>
    /// Every target's issued = completed + failed + cancelled + in flight, nothing of the record is missing, and
    /// something that was sent succeeded.
    /// </summary>
    public bool Valid { get; init; } = true;

    /// <summary>Reasons to doubt the numbers: whole sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The suite, where the run is a rehearsal.</summary>
    public RehearsedSuite? Suite { get; init; }

    /// <summary>The targets of all runs, the baseline first.</summary>
    public required IReadOnlyList<TargetResult> Targets { get; init; }

    /// <summary>
    /// Where the runs are of several kinds, whose numbers do not belong in one table: a report for each kind. The
    /// targets of all of them stand in <see cref="Targets"/>.
    /// </summary>
    public IReadOnlyList<RunReport>? Sections { get; init; }

    /// <summary>In a section: the kind of its runs.</summary>
    public string? Kind { get; init; }

    /// <summary>Comparisons of one baseline with others, the headline's first.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>Which target for which workload; null where the targets are not compared.</summary>
    public IReadOnlyList<Recommendation>? Recommendations { get; init; }

    /// <summary>What the instrument was held against; null for nothing.</summary>
    public CalibrationResult? Calibration { get; init; }

    /// <summary>The sessions of rehearsals, by the target's name; empty where no run is one.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RehearsedSession>> Sessions => Targets
        .Where(static target => target.Rehearsal is not null)
        .ToDictionary(static target => target.Name, static target => target.Rehearsal!.Sessions);

    /// <summary>
    /// Every exchange of the runs, read from the files when it is asked for; empty where there is no file.
    /// </summary>
    public IEnumerable<ExchangeLine> Exchanges { get; init; } = [];

    /// <summary>A verdict that is shown with it; null for none.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>
    /// Nothing that was sent succeeded: no exchange; or no call of a rehearsal reached its end, and exchanges failed.
    /// </summary>
    public bool IsAllFailed => Targets.Any(static target => target.Measures.Failed > 0)
        && (Targets.All(static target => target.Measures.Completed == 0) || NoCallFinished);

    /// <summary>
    /// The targets are all of rehearsals, and no call reached its end; those that were stopped do not count.
    /// </summary>
    public bool NoCallFinished => Targets.All(static target => target.Rehearsal is not null)
        && Ended(SessionEnding.Finished) == 0
        && Targets.Sum(static target => target.Rehearsal!.Measures.Sessions) > Ended(SessionEnding.Stopped);

    /// <summary>The same report with a verdict.</summary>
    public RunReport With(Verdict verdict) => this with { Verdict = verdict };

    /// <summary>
    /// Reads one or several runs. The targets of several stand side by side; where two have the same name, the run's
    /// name stands before it. The first target is the baseline of every comparison. Runs of different kinds (measured
    /// or rehearsed, real or virtual time, open or closed loop) stand in sections of their own.
    /// </summary>
    /// <param name="runs">Open run files; not empty.</param>
    /// <param name="calibration">What the instrument was held against; null for nothing.</param>
    /// <param name="end">
    /// How the run ended, from the code that has just carried it out: a file that could no longer be written does not
    /// say.
    /// </param>
    /// <param name="scores">
    /// The scores of the only run's sessions by target and number, from the player of the calls; a session that is
    /// not among them is scored anew.
    /// </param>
    /// <exception cref="RunFileException">A file is damaged.</exception>
    public static RunReport Of(
        IReadOnlyList<RunFile> runs, CalibrationResult? calibration = null, RunEnd? end = null,
        IReadOnlyDictionary<(string Target, long Id), SessionScore>? scores = null)
    {
        var names = new TargetNames(runs);
        var kinds = runs.GroupBy(RunKind.Of).ToList();
        if (kinds.Count == 1)
        {
            return OfOneKind(runs, names, calibration, end, scores) with { Exchanges = ExchangeLines.Of(runs) };
        }

        var sections = kinds
            .Select(kind => OfOneKind([.. kind], names, calibration, end, scores: null) with { Kind = kind.Key.Words })
            .ToList();
        var whole = new RunReport
        {
            Run = string.Join(" + ", runs.Select(run => run.Name)),
            Seed = runs[0].Info.Seed,
            Started = StartOf(runs[0]),
            Warnings = [.. sections.SelectMany(section => section.Warnings)],
            Targets = [.. sections.SelectMany(section => section.Targets)],
            Sections = sections,
            Exchanges = ExchangeLines.Of(runs),
            Calibration = calibration,
        };
        return whole with
        {
            Valid = !whole.IsAllFailed && sections.TrueForAll(static section => section.Valid || section.IsAllFailed),
        };
    }

    /// <summary>A report on measures that are at hand, without a run file.</summary>
    /// <param name="run">The run's name.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="measures">The numbers.</param>
    public static RunReport Of(string run, ulong seed, RunMeasures measures) => new()
    {
        Run = run,
        Seed = seed,
        Valid = measures.Valid,
        Warnings = measures.Warnings,
        Targets = [.. measures.Targets.Select(static target => new TargetResult(target))],
    };

    private static RunReport OfOneKind(
        IReadOnlyList<RunFile> runs, TargetNames names, CalibrationResult? calibration, RunEnd? end,
        IReadOnlyDictionary<(string Target, long Id), SessionScore>? scores)
    {
        // Before anything is read: what is read then is what the seal was computed of.
        var changed = runs.Where(run => run.CheckSeal().State == SealState.Broken).ToHashSet();
        var parts = runs.Select(Measure).ToList();
        IReadOnlyList<IReadOnlyList<TargetMeasures>> byRun =
        [
            .. parts.Select(part => part.Measures.Targets
                .Select(target => target with
                {
                    Target = target.Target with { Name = names.Of(part.Run, target.Target.Name) },
                })
                .ToList()),
        ];
        var notes = new List<string>();
        var rehearsals = Rehearsals(runs, names, scores, notes);
        List<TargetMeasures> targets = [.. byRun.SelectMany(measures => measures)];

        // The requests of a rehearsal's sessions are no tasks of a kind: they are not compared one with another.
        var alike = targets.Count > 1 && runs.All(run => run.Info.Suite is null);
        var report = new RunReport
        {
            Run = string.Join(" + ", runs.Select(run => run.Name)),
            Seed = runs[0].Info.Seed,
            Started = StartOf(runs[0]),
            Load = string.Join("; ", parts.Select(part => part.Settings.Load).Distinct()),
            Warnings =
            [
                .. runs.SelectMany(run => RunWarnings.Of(run, end, changed.Contains(run), names.AreSeveral)),
                .. parts.SelectMany(part => names.AreSeveral
                    ? part.Measures.Warnings.Select(warning => $"{part.Run.Name}: {warning}")
                    : part.Measures.Warnings),
                .. notes,
            ],
            Valid = end is not { Valid: false } && changed.Count == 0
                && runs.All(run => run is { Lost: 0, Missing: null, End: not { Valid: false } })
                && targets.TrueForAll(static target => target.AddsUp),
            Suite = rehearsals.Count > 0 ? SuiteOf(runs.First(run => run.Info.Suite is not null)) : null,
            Targets = [.. targets.Select(target => new TargetResult(target)
            {
                Rehearsal = rehearsals.GetValueOrDefault(target.Target.Name),
            })],
            Comparisons = alike
                ? RunComparisons.Of(byRun, target => names.OwnOf(target.Target.Name), runs[0].Info.Seed)
                : [],
            Recommendations = alike ? RunComparisons.Advice(byRun) : null,
            Calibration = calibration,
        };
        return report.IsAllFailed ? report with { Valid = false } : report;
    }

    private static Dictionary<string, RehearsalResult> Rehearsals(
        IReadOnlyList<RunFile> runs, TargetNames names,
        IReadOnlyDictionary<(string Target, long Id), SessionScore>? scores, List<string> notes)
    {
        var all = new Dictionary<string, RehearsalResult>();
        foreach (var run in runs)
        {
            var read = RehearsalReader.Read(run, scores, out var refused);
            foreach (var (target, rehearsal) in read)
            {
                all.Add(names.Of(run, target), rehearsal);
            }

            notes.AddRange(refused is null ? [] : [refused]);
        }

        return all;
    }

    private static RehearsedSuite SuiteOf(RunFile run)
    {
        var suite = run.Info.Suite!; // It is a rehearsal's.
        var rehearsed = run.Configuration as RehearseConfiguration;
        return new RehearsedSuite(suite.Name, suite.Digest, rehearsed?.StandIn is not null)
        {
            Caller = rehearsed?.Caller is { } caller ? Named(caller) : null,
        };
    }

    private static string Named(ConfiguredCaller caller) =>
        caller.Model is null ? "a recorded model"
        : caller.Replayed is null ? caller.Model
        : $"{caller.Model}, replayed where it was recorded";

    private static Part Measure(RunFile run)
    {
        var settings = RunSettings.Of(run);
        var accumulator = new RunAccumulator(run.Info.Targets, settings.Measures);
        var warmups = new Dictionary<string, long>();
        foreach (var exchange in run.Exchanges(withReplies: accumulator.NeedsText))
        {
            accumulator.Add(exchange);
            if (exchange.Warmup)
            {
                warmups[exchange.Target] = warmups.GetValueOrDefault(exchange.Target) + 1;
            }
        }

        var counts = run.Totals.ToDictionary(
            total => total.Target,
            total => new IssuedCount(total.Issued - warmups.GetValueOrDefault(total.Target), total.InFlight));
        return new Part(run, settings, accumulator.Measure(counts));
    }

    // In virtual time there is no day to tell.
    private static string? StartOf(RunFile run) => run.Info.Stamp == StampSource.Virtual
        ? null
        : run.Info.StartedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private long Ended(SessionEnding ending) =>
        Targets.Sum(target => target.Rehearsal?.Measures.Endings.GetValueOrDefault(ending) ?? 0);

    private sealed record Part(RunFile Run, RunSettings Settings, RunMeasures Measures);
}
