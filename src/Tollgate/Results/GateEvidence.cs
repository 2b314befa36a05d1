using Tollgate.Gate.Evidence;
using Tollgate.Input;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Results;

/// <summary>From one side's run files to its evidence.</summary>
internal static class GateEvidence
{
    /// <summary>Reads the runs of one side, one after the other.</summary>
    /// <param name="runs">Open run files; not empty.</param>
    /// <param name="target">Whose evidence; null for the only target that there is.</param>
    /// <param name="numbers">What the team brings, with the rubric's names for it.</param>
    /// <param name="wanted">Keep the values of these measures alone; null for all.</param>
    /// <exception cref="RunFileException">A file is damaged.</exception>
    public static GateEvidenceResult Read(
        IReadOnlyList<RunFile> runs, string? target,
        IReadOnlyList<(string Name, NumberFile File)>? numbers = null, IReadOnlySet<string>? wanted = null)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (TargetOf(runs, target, out var error) is not { } name)
        {
            return new GateEvidenceResult(null, [error]);
        }

        if (runs.Select(run => run.Missing).OfType<string>().ToList() is { Count: > 0 } missing)
        {
            return new GateEvidenceResult(null, missing);
        }

        var parts = runs.Select((run, place) => Read(run, name, place, wanted)).ToList();
        var evidence = parts[0] with
        {
            Runs = [.. parts.SelectMany(part => part.Runs)],
            Sessions = [.. parts.SelectMany(part => part.Sessions)],
            Figures = parts.SelectMany(part => part.Figures).ToHashSet(StringComparer.Ordinal),
        };
        return WithNumbers(evidence, numbers ?? []);
    }

    /// <summary>The target that is meant: the one of that name, or the only one; null where there is none.</summary>
    /// <param name="runs">The runs of one side; not empty.</param>
    /// <param name="target">Its name; null for the only one.</param>
    /// <param name="error">Why there is none, as one sentence; empty where there is one.</param>
    public static string? TargetOf(IReadOnlyList<RunFile> runs, string? target, out string error)
    {
        ArgumentNullException.ThrowIfNull(runs);
        error = "";
        foreach (var run in runs)
        {
            var names = run.Info.Targets.Select(one => one.Name).ToList();
            if (target is null && names is not [_])
            {
                error = $"{run.Path}: the run has {names.Count} targets; expected the name of one of {string.Join(", ", names)}.";
                return null;
            }

            target ??= names[0];
            if (!names.Contains(target))
            {
                var nearest = Suggestions.Nearest(target, names);
                error = $"{run.Path}: the run has no target \"{target}\"; {(nearest is { } near
                    ? $"did you mean \"{near}\"?"
                    : $"expected one of {string.Join(", ", names)}.")}";
                return null;
            }
        }

        return target;
    }

    private static SideEvidence Read(RunFile run, string target, int place, IReadOnlySet<string>? wanted)
    {
        // Before the reading, which fails from here on where the bytes are not those that were hashed. An open file is
        // hashed once: asking again gets the same answer.
        var seal = run.CheckSeal();
        var budgetMs = run.Info.Suite is { } suite ? RehearsalReader.BudgetMs(suite) : (double?)null;
        var builder = new EvidenceBuilder(
            run.Info.Targets.First(one => one.Name == target), RunSettings.Of(run).Measures, budgetMs, wanted);
        foreach (var exchange in run.Exchanges(target, builder.NeedsText))
        {
            builder.Add(exchange);
        }

        foreach (var (transcript, counts) in CountsOf(run, target))
        {
            builder.Add(transcript, counts);
        }

        var evidence = builder.Build([(run.Name, seal.Hex ?? "")], place);
        return evidence with
        {
            // A caller is a script of his own, and one who calls several times is one script.
            Sessions = [.. evidence.Sessions.Select(session => session with { Script = session.Name })],
        };
    }

    // What the file holds is taken where the rules of today counted all of it; scores of two versions never meet.
    private static IEnumerable<(Transcript, IReadOnlyDictionary<string, ScoreCount>)> CountsOf(
        RunFile run, string target)
    {
        if (run.Info.Suite is not { } suite)
        {
            return [];
        }

        var sessions = run.Sessions().Where(session => session.Transcript.Target == target).ToList();
        if (sessions.TrueForAll(RunScorer.IsCurrent))
        {
            return sessions.Select(static session => (
                session.Transcript, (IReadOnlyDictionary<string, ScoreCount>)RunScorer.Stored(session)));
        }

        var scorer = new RunScorer(suite);
        return sessions.Select(session => (session.Transcript, scorer.Score(session).Counts));
    }

    private static GateEvidenceResult WithNumbers(
        SideEvidence evidence, IReadOnlyList<(string Name, NumberFile File)> numbers)
    {
        var errors = new List<string>();
        foreach (var (name, file) in numbers)
        {
            var attached = EvidenceNumbers.Attach(evidence, name, file);
            errors.AddRange(attached.Errors.Select(error => error.ToString()));
            evidence = attached.Evidence ?? evidence;
        }

        return errors.Count > 0 ? new GateEvidenceResult(null, errors) : new GateEvidenceResult(evidence, []);
    }
}
