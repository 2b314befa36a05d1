using Tollgate.Gate.Reading;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Suites;

namespace Tollgate.Results;

/// <summary>
/// What runs have to share for their numbers to stand in one table: what was done, in which kind of time, and whether
/// load waited for its answers.
/// </summary>
internal readonly record struct RunKind(string? Suite, bool IsVirtual, bool IsOpenLoop)
{
    /// <summary>Such as <c>Requests in a closed loop, over sockets</c>.</summary>
    public string Words
    {
        get
        {
            var what = Suite is null
                ? IsOpenLoop ? "Requests in an open loop" : "Requests in a closed loop"
                : $"Calls of {Suite}{(IsOpenLoop ? " that start on schedule" : "")}";
            return $"{what}, {(IsVirtual ? "in virtual time" : "over sockets")}";
        }
    }

    /// <exception cref="RunFileException">The file's configuration cannot be read.</exception>
    public static RunKind Of(RunFile run) =>
        new(run.Info.Suite?.Name, run.Info.Transport == "virtual", run.Configuration.IsOpenLoop);
}
