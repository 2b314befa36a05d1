using System.Text.Json;
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

    /// <exception cref="RunFileException">The file's plan cannot be read.</exception>
    public static RunKind Of(RunFile run)
    {
        try
        {
            using var plan = JsonDocument.Parse(run.Info.PlanResolved.Length == 0 ? "{}" : run.Info.PlanResolved);
            return new RunKind(run.Info.Suite?.Name, run.Info.Transport == "virtual", IsOpen(plan.RootElement));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw RunSettings.Damaged(run, error);
        }
    }

    private static bool IsOpen(JsonElement plan) =>
        (plan.TryGetProperty("load", out var load)
            && (load.TryGetProperty("rate", out _) || load.TryGetProperty("trace", out _)))
        || (plan.TryGetProperty("rate_per_second", out var rate) && rate.ToString().Length > 0);
}
