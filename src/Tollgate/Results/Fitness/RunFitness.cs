using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Runs.Storage;

namespace Tollgate.Results.Fitness;

/// <summary>Whether a run is fit to be judged, whatever it is held against.</summary>
internal static class RunFitness
{
    /// <summary>Why it is not: whole sentences, none where it is.</summary>
    public static IEnumerable<string> Problems(RunFile run, RunSeal seal)
    {
        if (run.Missing is { } missing)
        {
            yield return missing;
            yield break;
        }

        if (run.End is not { } end)
        {
            // Such a run has no seal, and what it lacks is in flight: one reason is enough.
            yield return $"{run.Path}: the run was cut off; expected one that came to its end.";
            yield break;
        }

        if (seal.State == SealState.Broken)
        {
            yield return $"{run.Path}: this run file was changed after it was closed; expected it as its run left it.";
        }
        else if (seal.State == SealState.None)
        {
            yield return $"{run.Path}: the run file has no seal, so nobody can tell whether it was changed; expected one that Tollgate closed and nobody wrote to.";
        }

        if (end.Reason != "finished")
        {
            yield return $"{run.Path}: the run was {end.Reason} before its end; expected one that finished.";
        }

        if (!end.Valid)
        {
            yield return $"{run.Path}: the run is not valid{(end.Warnings.Count > 0 ? $" ({end.Warnings[^1].TrimEnd('.')})" : "")}; expected a valid one.";
        }

        if (run.Lost > 0)
        {
            yield return $"{run.Path}: {run.Lost} exchanges were lost on the way to the run file; expected none.";
        }

        foreach (var total in run.Totals.Where(total => !total.AddUp || total.InFlight != 0))
        {
            yield return $"{run.Path}: the totals of {total.Target} do not add up: {total.Issued} were issued, {total.Completed} completed, {total.Failed} failed and {total.Cancelled} were cancelled.";
        }
    }
}
