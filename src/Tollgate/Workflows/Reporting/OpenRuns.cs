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
        var files = new List<RunFile>();
        var errors = new List<string>();
        var areInvalid = Open(paths, files, errors);
        var runs = new OpenRuns(files);
        if (errors.Count == 0)
        {
            return runs;
        }

        // Where the runs are there and the arguments are right, it is only that nobody can tell which run a file is.
        runs.Dispose();
        return new WorkflowProblem(areInvalid ? ProblemKind.NotValid : ProblemKind.BadInput, errors);
    }

    /// <summary>Opens what can be opened.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="opened">Takes those that are open; the caller disposes them.</param>
    /// <param name="errors">Takes why the others are not.</param>
    /// <returns>Whether the others are runs, and files beside them make it uncertain which.</returns>
    public static bool Open(IEnumerable<string> paths, List<RunFile> opened, List<string> errors)
    {
        var areInvalid = true;
        foreach (var result in paths.Select(RunFile.Open))
        {
            if (result.File is { } file)
            {
                opened.Add(file);
            }
            else
            {
                errors.Add(result.Error!); // Without a file there is a reason.
                areInvalid &= result.NotValid;
            }
        }

        return areInvalid;
    }

    public void Dispose()
    {
        foreach (var file in Files)
        {
            file.Dispose();
        }
    }
}
