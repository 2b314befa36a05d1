using Tollgate.Runs;

namespace Tollgate.Results;

/// <summary>
/// What targets are called in a report on several runs: their own names, with the run's name before it where two runs
/// have one of the same name, and its path where two runs have one name.
/// </summary>
internal sealed class TargetNames
{
    private readonly Dictionary<RunFile, string> runNames = [];
    private readonly HashSet<string> clashes;
    private readonly Dictionary<string, string> own = [];

    public TargetNames(IReadOnlyList<RunFile> runs)
    {
        AreSeveral = runs.Count > 1;
        var alike = runs.GroupBy(run => run.Name).Where(group => group.Count() > 1).Select(group => group.Key)
            .ToHashSet();
        foreach (var run in runs)
        {
            runNames[run] = alike.Contains(run.Name) ? run.Path : run.Name;
        }

        clashes = runs.SelectMany(run => run.Info.Targets).GroupBy(target => target.Name)
            .Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
    }

    /// <summary>The report is on more than one run.</summary>
    public bool AreSeveral { get; }

    /// <summary>The name in the report.</summary>
    public string Of(RunFile run, string target)
    {
        var name = clashes.Contains(target) ? $"{runNames[run]}:{target}" : target;
        own[name] = target;
        return name;
    }

    /// <summary>The name in its run of a target that has been named.</summary>
    public string OwnOf(string name) => own[name];
}
