using Tollgate.Runs;

namespace Tollgate.Workflows.Reporting;

/// <summary>Run files that are open for a report.</summary>
internal sealed class OpenRuns : IDisposable
{
    private OpenRuns(IReadOnlyList<RunFile> files) => Files = files;

    /// <summary>The files, in the order in which they were named.</summary>
    public IReadOnlyList<RunFile> Files { get; }

    /// <summary>What the files lack, a sentence each.</summary>
    public IEnumerable<string> Missing => Files.Select(static file => file.Missing).OfType<string>();

    /// <summary>Opens all of them, or says of each that cannot be opened why.</summary>
    public static WorkflowResult<OpenRuns> Open(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = new List<RunFile>();
        var errors = new List<string>();
        var areInvalid = true;
        foreach (var path in paths)
        {
            var opened = RunFile.Open(path);
            if (opened.File is { } file)
            {
                files.Add(file);
            }
            else
            {
                errors.Add(opened.Error!); // Without a file there is a reason.
                areInvalid &= opened.NotValid;
            }
        }

        var runs = new OpenRuns(files);
        if (errors.Count == 0)
        {
            return runs;
        }

        // Where the runs are there and the arguments are right, it is only that nobody can tell which run a file is.
        runs.Dispose();
        return new WorkflowProblem(areInvalid ? ProblemKind.NotValid : ProblemKind.BadInput, errors);
    }

    public void Dispose()
    {
        foreach (var file in Files)
        {
            file.Dispose();
        }
    }
}
