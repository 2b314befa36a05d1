using Tollgate.Gate.Evidence;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;
using Tollgate.Results;
using Tollgate.Results.Fitness;
using Tollgate.Runs;
using Tollgate.Workflows.Reporting;

namespace Tollgate.Workflows.Judging;

/// <summary>The files that a verdict rests on.</summary>
internal sealed class JudgedFiles : IDisposable
{
    private readonly Dictionary<string, NumberFile> numbers = [];

    public List<RunFile> Baseline { get; } = [];

    public List<RunFile> Candidate { get; } = [];

    /// <summary>Every run once.</summary>
    public IEnumerable<RunFile> All => Baseline.Concat(Candidate);

    /// <summary>
    /// Opens everything; or says what cannot be read. A file that is there and cannot be opened may have been a run
    /// before somebody changed it.
    /// </summary>
    public static WorkflowResult<JudgedFiles> Open(JudgeRequest request)
    {
        var files = new JudgedFiles();
        var errors = new List<string>();
        OpenRuns.Open(request.Baseline, files.Baseline, errors);
        OpenRuns.Open(request.Candidate, files.Candidate, errors);
        var isDamaged = request.Baseline.Concat(request.Candidate)
            .All(path => File.Exists(path) || files.All.Any(run => run.Path == path));
        isDamaged &= !files.ReadNumbers(request, errors);
        if (errors.Count == 0)
        {
            return files;
        }

        files.Dispose();
        return new WorkflowProblem(isDamaged ? ProblemKind.NotValid : ProblemKind.BadInput, errors);
    }

    /// <summary>The evidence of both sides; or why there is none.</summary>
    public WorkflowResult<JudgedSides> Read(JudgeRequest request)
    {
        var own = GateEvidence.TargetOf(Baseline, request.BaselineTarget, out var ownError);
        var other = GateEvidence.TargetOf(Candidate, request.CandidateTarget, out var otherError);
        if (own is null || other is null)
        {
            return WorkflowProblem.BadInput(
                [.. Named("--baseline-target", own, ownError), .. Named("--candidate-target", other, otherError)]);
        }

        if (Comparable.Check(Baseline, Candidate, own, other) is { Count: > 0 } refusals)
        {
            return WorkflowProblem.NotValid(refusals);
        }

        var baseline = ReadSide(Baseline, own, request, static number => number.BaselineFile);
        var candidate = ReadSide(Candidate, other, request, static number => number.CandidateFile);
        return baseline.Evidence is { } first && candidate.Evidence is { } second
            ? new JudgedSides(first, second)
            : WorkflowProblem.BadInput([.. baseline.Errors, .. candidate.Errors]);
    }

    /// <summary>The baseline's evidence alone; or why there is none.</summary>
    public WorkflowResult<SideEvidence> ReadBaseline(JudgeRequest request)
    {
        if (GateEvidence.TargetOf(Baseline, request.BaselineTarget, out var error) is not { } own)
        {
            return WorkflowProblem.BadInput([.. Named("--baseline-target", null, error)]);
        }

        var problems = Baseline.SelectMany(run => RunFitness.Problems(run, run.CheckSeal())).ToList();
        if (problems.Count > 0)
        {
            return WorkflowProblem.NotValid(problems);
        }

        var side = ReadSide(Baseline, own, request, static number => number.BaselineFile);
        return side.Evidence is { } evidence ? evidence : WorkflowProblem.BadInput(side.Errors);
    }

    public void Dispose()
    {
        Baseline.ForEach(static file => file.Dispose());
        Candidate.ForEach(static file => file.Dispose());
    }

    private static IEnumerable<string> Named(string option, string? target, string error) =>
        target is null ? [$"{option}: {error}"] : [];

    // Says whether any of them was wrong.
    private bool ReadNumbers(JudgeRequest request, List<string> errors)
    {
        var before = errors.Count;
        foreach (var file in request.Numbers.SelectMany(number => new[] { number.BaselineFile, number.CandidateFile }))
        {
            if (!InputFiles.TryReadText(file, out var text, out var error))
            {
                errors.Add($"--number: {error}; expected a CSV file");
                continue;
            }

            var (read, wrong) = NumberFile.Read(text, file);
            errors.AddRange(wrong.Select(static one => one.ToString()));
            if (read is not null)
            {
                numbers[file] = read;
            }
        }

        return errors.Count > before;
    }

    private GateEvidenceResult ReadSide(
        List<RunFile> runs, string target, JudgeRequest request, Func<NumberFiles, string> file) =>
        GateEvidence.Read(
            runs, target, [.. request.Numbers.Select(number => (number.Name, numbers[file(number)]))],
            request.Rubric.FigureNames);
}
