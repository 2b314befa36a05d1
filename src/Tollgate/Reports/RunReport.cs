using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Gate;
using Tollgate.Measures.Summaries;
using Tollgate.Reports.Verdicts;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Scores.Outcomes;

namespace Tollgate.Reports;

/// <summary>
/// From run files to the document and what its charts draw: every number is drawn anew from the exchanges.
/// </summary>
/// <param name="Document">The document.</param>
/// <param name="Curves">What charts draw, by the target's name.</param>
public sealed record RunReport(MeasureDocument Document, IReadOnlyDictionary<string, TargetCurves> Curves)
{
    /// <summary>The sessions of rehearsals, by the target's name; empty where no run is one.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RehearsedSession>> Sessions { get; init; } =
        new Dictionary<string, IReadOnlyList<RehearsedSession>>();

    /// <summary>A verdict that is shown with it; null for none.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The same report with a verdict.</summary>
    public RunReport With(Verdict verdict) =>
        this with { Verdict = verdict, Document = Document with { Verdict = VerdictDocument.Of(verdict) } };

    /// <summary>
    /// Reads one or several runs. The targets of several stand side by side; where two have the same name, the run's
    /// name stands before it. The first target is the baseline of every comparison. Runs of different kinds (measured
    /// or rehearsed, real or virtual time, open or closed loop) stand in sections of their own.
    /// </summary>
    /// <param name="runs">Open run files; not empty.</param>
    /// <param name="calibration">What the instrument was held against; null for nothing.</param>
    /// <param name="end">
    /// How the run ended, from whoever has just carried it out: a file that could no longer be written does not say.
    /// </param>
    /// <param name="scores">
    /// The scores of the only run's sessions by target and number, from whoever has just played them; a session that is
    /// not among them is scored anew.
    /// </param>
    /// <exception cref="RunFileException">A file is damaged.</exception>
    public static RunReport Of(
        IReadOnlyList<RunFile> runs, CalibrationDocument? calibration = null, RunEnd? end = null,
        IReadOnlyDictionary<(string Target, long Id), SessionScore>? scores = null)
    {
        var names = new TargetNames(runs);
        var kinds = runs.GroupBy(RunKind.Of).ToList();
        if (kinds.Count == 1)
        {
            return OfOneKind(runs, names, calibration, end, scores);
        }

        var sections = kinds
            .Select(kind => (kind.Key, Report: OfOneKind([.. kind], names, calibration, end, scores: null)))
            .ToList();
        var documents = sections
            .Select(section => section.Report.Document with { Kind = section.Key.Words })
            .ToList();
        List<TargetDocument> targets = [.. documents.SelectMany(document => document.Targets)];
        return new RunReport(
            new MeasureDocument
            {
                Run = string.Join(" + ", runs.Select(run => run.Name)),
                Seed = runs[0].Info.Seed,
                Started = Started(runs[0]),
                Valid = documents.All(document => document.Valid || document.IsAllFailed)
                    && !Headline.IsAllFailed(targets),
                Warnings = [.. documents.SelectMany(document => document.Warnings)],
                Targets = targets,
                Sections = documents,
                Calibration = calibration,
            },
            sections.SelectMany(section => section.Report.Curves).ToDictionary())
        {
            Sessions = sections.SelectMany(section => section.Report.Sessions).ToDictionary(),
        };
    }

    private static RunReport OfOneKind(
        IReadOnlyList<RunFile> runs, TargetNames names, CalibrationDocument? calibration, RunEnd? end,
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
        var warnings = parts.SelectMany(part => names.AreSeveral
            ? part.Measures.Warnings.Select(warning => $"{part.Run.Name}: {warning}")
            : part.Measures.Warnings);

        // The requests of a rehearsal's sessions are no tasks of a kind: they are not compared one with another.
        List<TargetMeasures> targets = [.. byRun.SelectMany(measures => measures)];
        var alike = targets.Count > 1 && runs.All(run => run.Info.Suite is null);
        var document = MeasureDocumentBuilder.Build(
            new RunDescription
            {
                Run = string.Join(" + ", runs.Select(run => run.Name)),
                Seed = runs[0].Info.Seed,
                Started = Started(runs[0]),
                Load = string.Join("; ", parts.Select(part => part.Settings.Load).Distinct()),
                Warnings =
                [
                    .. runs.SelectMany(run => Warnings(run, end, changed.Contains(run), names.AreSeveral)),
                ],
                Valid = end is not { Valid: false } && changed.Count == 0
                    && runs.All(run => run is { Lost: 0, Missing: null, End: not { Valid: false } }),
            },
            new RunMeasures(targets, [.. warnings]),
            alike ? RunComparisons.Of(byRun, target => names.OwnOf(target.Target.Name), runs[0].Info.Seed) : null,
            alike ? RunComparisons.Advice(byRun) : null,
            calibration);
        var report = WithRehearsals(
            new RunReport(document, targets.ToDictionary(target => target.Target.Name, target => target.Curves)), runs,
            names, scores);
        return report.Document.IsAllFailed
            ? report with { Document = report.Document with { Valid = false } }
            : report;
    }

    private static RunReport WithRehearsals(
        RunReport report, IReadOnlyList<RunFile> runs, TargetNames names,
        IReadOnlyDictionary<(string Target, long Id), SessionScore>? scores)
    {
        var notes = new List<string>();
        var read = runs
            .SelectMany(run =>
            {
                var targets = RehearsalReader.Read(run, scores, out var refused);
                notes.AddRange(refused is null ? [] : [refused]);
                return targets.Select(target => (Name: names.Of(run, target.Key), target.Value));
            })
            .ToDictionary(target => target.Name, target => target.Value);
        return read.Count == 0 ? report : report with
        {
            Document = report.Document with
            {
                Suite = SuiteOf(runs.First(run => run.Info.Suite is not null)),
                Warnings = [.. report.Document.Warnings, .. notes],
                Targets =
                [
                    .. report.Document.Targets.Select(target => target with
                    {
                        Rehearsal = read.TryGetValue(target.Name, out var rehearsal) ? rehearsal.Document : null,
                    }),
                ],
            },
            Sessions = read.ToDictionary(target => target.Key, target => target.Value.Sessions),
        };
    }

    private static SuiteDocument SuiteOf(RunFile run)
    {
        var suite = run.Info.Suite!; // It is a rehearsal's.
        using var plan = JsonDocument.Parse(run.Info.PlanResolved.Length == 0 ? "{}" : run.Info.PlanResolved);
        var standIn = plan.RootElement.TryGetProperty("stand_in", out var rates)
            && rates.ValueKind == JsonValueKind.String;
        return new SuiteDocument(suite.Name, suite.Digest, standIn) { Caller = CallerOf(plan.RootElement) };
    }

    private static string? CallerOf(JsonElement plan)
    {
        if (!plan.TryGetProperty("caller", out var caller) || caller.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var replayed = caller.TryGetProperty("replayed", out var digest) && digest.ValueKind == JsonValueKind.String;
        var model = caller.TryGetProperty("model", out var name) ? name.GetString() : null;
        return model is null ? "a recorded model" : replayed ? $"{model}, replayed where it was recorded" : model;
    }

    private static Part Measure(RunFile run)
    {
        var settings = RunSettings.Of(run);
        var accumulator = new RunAccumulator(run.Info.Targets, settings.Measures);
        var warmups = new Dictionary<string, long>();
        foreach (var exchange in run.Exchanges())
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
    private static string? Started(RunFile run) => run.Info.Stamp == StampSource.Virtual
        ? null
        : run.Info.StartedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    // Whoever has just closed the file may know more than it does.
    private static IEnumerable<string> Warnings(RunFile run, RunEnd? given, bool changed, bool named)
    {
        var lead = named ? $"{run.Name}: " : "";
        var end = run.End ?? given;
        if (changed)
        {
            yield return lead + "The run is not valid: this run file was changed after it was closed.";
        }

        if (run.Missing is { } missing)
        {
            yield return $"{lead}The run is not valid: {char.ToLowerInvariant(missing[0])}{missing[1..]}";
        }

        foreach (var warning in (end?.Warnings ?? []).Union(given?.Warnings ?? []))
        {
            yield return lead + warning;
        }

        if (end is { Reason: "stopped" })
        {
            yield return lead + "The run was stopped before its end; its numbers are of what was measured by then.";
        }

        if (end is { Reason: "aborted" })
        {
            yield return lead + "The run was stopped at once; what was in flight was not waited for.";
        }

        if (run is { State: RunState.Interrupted, Missing: null })
        {
            yield return lead + "The run was cut off: what had been committed by then is here.";
        }
    }

    private sealed record Part(RunFile Run, RunSettings Settings, RunMeasures Measures);
}
