using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Rubrics;
using Tollgate.Runs.Records;
using Tollgate.Workflows.Ledgers;

namespace Tollgate.Workflows.Judging;

/// <summary>
/// Judges a candidate against a baseline by a rubric that was published before. Every verdict comes from here.
/// </summary>
public static class Judgement
{
    /// <summary>
    /// Judges the runs and records the verdict in the ledger; a verdict that cannot be recorded is discarded. For runs
    /// that were judged before, the earlier verdict is returned.
    /// </summary>
    /// <param name="request">What to judge, and by which rubric.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Ends the wait for other processes.</param>
    public static async Task<WorkflowResult<Verdict>> GiveAsync(
        JudgeRequest request, TimeProvider time, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(time);
        var opened = JudgedFiles.Open(request);
        if (opened.Value is not { } files)
        {
            return opened.Problem!; // One of the two is there.
        }

        using (files)
        {
            try
            {
                return await JudgeAsync(request, files, time, stop);
            }
            catch (RunFileException e)
            {
                return WorkflowProblem.NotValid(e.Message);
            }
            catch (OperationCanceledException)
            {
                return new WorkflowProblem(ProblemKind.Stopped, ["stopped; nothing was judged."]);
            }
        }
    }

    private static async Task<WorkflowResult<Verdict>> JudgeAsync(
        JudgeRequest request, JudgedFiles files, TimeProvider time, CancellationToken stop)
    {
        var file = new LedgerFile(request.LedgerFile, time);
        var (ledger, head, problem) = await file.ReadWithHeadAsync(stop);
        problem ??= ledger is null ? null : file.CutOff(ledger, head);
        if (ledger is null || problem is not null)
        {
            // What was published nowhere is not published: a verdict is not to be had, whatever the runs.
            return WorkflowProblem.NotValid(problem!.Messages); // Without a ledger there is a problem.
        }

        var rubric = ledger.AsPublished(request.Rubric);
        request = request with { Rubric = rubric };
        if (PublicationChecks.Find(ledger, rubric, request.RubricFile, file.Path) is { Entry: null } unpublished)
        {
            return WorkflowProblem.NotValid(unpublished.Error);
        }

        // It gets its head with this verdict's entry, and later ones can be trusted from there on.
        string[] headless = file.Headless(ledger, head) is { } sentence ? [$"{file.Path}: {sentence}."] : [];
        var read = files.Read(request);
        if (read.Value is not { } sides)
        {
            return read.Problem!;
        }

        var missing = MissingNumbers.Apply(rubric, sides.Baseline, sides.Candidate);
        var (baseline, candidate) = (missing.Baseline, missing.Candidate);
        while (true)
        {
            var series = LookHistory.Of(ledger, rubric, baseline, candidate);
            var runs = JudgedRuns.Of(ledger, rubric, files.All, time.GetUtcNow(), file.Path);
            var numbers = NumberHistory.Of(ledger, rubric, baseline, candidate);
            IReadOnlyList<string> refusals =
            [
                .. runs.Refusals, .. numbers.Refusals, .. missing.Refusals,
                .. Refusals(request, baseline, candidate, series),
            ];
            if (refusals.Count > 0)
            {
                return WorkflowProblem.NotValid(refusals);
            }

            var verdict = Judge.Decide(
                rubric, baseline, candidate, series.Earlier, files.Baseline[0].Info.Seed,
                [
                    .. headless, .. runs.Warnings(baseline, candidate), .. PublicationChecks.Warnings(series, rubric),
                    .. numbers.Warnings, .. missing.Notes,
                ]);
            verdict = verdict with { Record = runs.Record(series, baseline, candidate) };
            if (series.Same is { } same)
            {
                return PublicationChecks.Contradiction(same, verdict, file.Path) is { } contradiction
                    ? WorkflowProblem.NotValid(contradiction)
                    : JudgedRuns.Recorded(verdict, same);
            }

            var append = await file.AppendAsync(
                (before, now) => before.Head == ledger.Head || runs.IsAsItWas(before, series, baseline, candidate)
                    ? before.Next(runs.Entry(verdict), now, request.Key)
                    : null,
                stop);
            if (append.Problem is { } unwritten)
            {
                return new WorkflowProblem(
                    unwritten.Kind, [$"{unwritten.Message}; the verdict could not be recorded and was discarded."]);
            }

            if (append.Entry is { } entry)
            {
                return JudgedRuns.Recorded(verdict, entry);
            }

            // Another process looked meanwhile: what this look may conclude depends on that.
            ledger = append.Before!; // Without a problem there is a ledger.
        }
    }

    private static IReadOnlyList<string> Refusals(
        JudgeRequest request, SideEvidence baseline, SideEvidence candidate, LookHistory series)
    {
        List<string> refusals = [.. Judge.Refusals(request.Rubric, baseline, candidate)];
        if (request.Rubric.InterimLooks == LookDesign.Once && series.Earlier.Count > 0)
        {
            refusals.Add($"{request.RubricFile}: the rubric plans one look, and {series.Earlier[^1]} pairs of these were judged before; expected a rubric with `looks:`, or runs that were not looked at.");
        }

        return refusals;
    }
}
