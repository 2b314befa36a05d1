using Tollgate.Gate;
using Tollgate.Gate.Gathering;
using Tollgate.Input;
using Tollgate.Results;
using Tollgate.Results.Fitness;
using Tollgate.Runs;

namespace Tollgate.Cli;

/// <summary>The files that a verdict rests on.</summary>
internal sealed class GateInputs : IDisposable
{
    private readonly Dictionary<string, NumberFile> numbers = [];

    public List<RunFile> Baseline { get; } = [];

    public List<RunFile> Candidate { get; } = [];

    /// <summary>Every run once.</summary>
    public IEnumerable<RunFile> All => Baseline.Concat(Candidate);

    /// <summary>
    /// Opens everything; what cannot be read comes back, a sentence each, and the exit code for that: a file that is
    /// there and cannot be opened may have been a run before somebody changed it.
    /// </summary>
    public (IReadOnlyList<string> Errors, int Code) Open(GateOptions wishes)
    {
        var errors = new List<string>();
        Open(wishes.Baseline, Baseline, errors);
        Open(wishes.Candidate, Candidate, errors);
        var runs = errors.Count;
        foreach (var file in wishes.Numbers.SelectMany(number => new[] { number.BaselineFile, number.CandidateFile }))
        {
            if (!InputFiles.TryReadText(file, out var text, out var error))
            {
                errors.Add($"--number: {error}; expected a CSV file");
            }
            else
            {
                var (read, wrong) = NumberFile.Read(text, file);
                errors.AddRange(wrong.Select(static one => one.ToString()));
                if (read is not null)
                {
                    numbers[file] = read;
                }
            }
        }

        var isDamaged = errors.Count == runs
            && wishes.Baseline.Concat(wishes.Candidate)
                .All(path => File.Exists(path) || Baseline.Concat(Candidate).Any(run => run.Path == path));
        return (errors, isDamaged ? ExitCodes.NotValid : ExitCodes.BadInput);
    }

    /// <summary>The evidence of both sides; or why there is none, and the exit code for that.</summary>
    public (Evidence? Baseline, Evidence? Candidate, IReadOnlyList<string> Errors, int Code) Read(
        GateOptions wishes, Rubric rubric)
    {
        var own = GateEvidence.TargetOf(Baseline, wishes.BaselineTarget, out var ownError);
        var other = GateEvidence.TargetOf(Candidate, wishes.CandidateTarget, out var otherError);
        if (own is null || other is null)
        {
            return (null, null, [.. Named("--baseline-target", own, ownError), .. Named("--candidate-target", other, otherError)], ExitCodes.BadInput);
        }

        if (Comparable.Check(Baseline, Candidate, own, other) is { Count: > 0 } refusals)
        {
            return (null, null, refusals, ExitCodes.NotValid);
        }

        var baseline = ReadSide(Baseline, own, rubric, wishes, static number => number.BaselineFile);
        var candidate = ReadSide(Candidate, other, rubric, wishes, static number => number.CandidateFile);
        return (baseline.Evidence, candidate.Evidence, [.. baseline.Errors, .. candidate.Errors], ExitCodes.BadInput);
    }

    /// <summary>The baseline's evidence alone; or why there is none, and the exit code for that.</summary>
    public (Evidence? Evidence, IReadOnlyList<string> Errors, int Code) ReadBaseline(GateOptions wishes, Rubric rubric)
    {
        if (GateEvidence.TargetOf(Baseline, wishes.BaselineTarget, out var error) is not { } own)
        {
            return (null, [.. Named("--baseline-target", null, error)], ExitCodes.BadInput);
        }

        var problems = Baseline.SelectMany(run => RunFitness.Problems(run, run.CheckSeal())).ToList();
        if (problems.Count > 0)
        {
            return (null, problems, ExitCodes.NotValid);
        }

        var side = ReadSide(Baseline, own, rubric, wishes, static number => number.BaselineFile);
        return (side.Evidence, side.Errors, ExitCodes.BadInput);
    }

    public void Dispose()
    {
        Baseline.ForEach(static file => file.Dispose());
        Candidate.ForEach(static file => file.Dispose());
    }

    private static IEnumerable<string> Named(string option, string? target, string error) =>
        target is null ? [$"{option}: {error}"] : [];

    private static void Open(IReadOnlyList<string> paths, List<RunFile> to, List<string> errors)
    {
        foreach (var path in paths)
        {
            var (file, error) = RunFile.Open(path);
            if (file is not null)
            {
                to.Add(file);
            }
            else
            {
                errors.Add(error!); // Without a file there is a reason.
            }
        }
    }

    private GateEvidenceResult ReadSide(
        List<RunFile> runs, string target, Rubric rubric, GateOptions wishes, Func<NumberOption, string> file) =>
        GateEvidence.Read(
            runs, target, [.. wishes.Numbers.Select(number => (number.Name, numbers[file(number)]))],
            rubric.FigureNames);
}
