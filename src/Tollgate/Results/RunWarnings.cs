using Tollgate.Runs;
using Tollgate.Runs.Records;

namespace Tollgate.Results;

/// <summary>What a run's file says against its numbers, beside the numbers themselves.</summary>
internal static class RunWarnings
{
    /// <summary>Whole sentences.</summary>
    /// <param name="run">The run.</param>
    /// <param name="given">
    /// How it ended, from the code that has just closed the file and may know more than the file does.
    /// </param>
    /// <param name="changed">The file was changed after it was closed.</param>
    /// <param name="named">The run's name stands before each.</param>
    public static IEnumerable<string> Of(RunFile run, RunEnd? given, bool changed, bool named)
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
}
