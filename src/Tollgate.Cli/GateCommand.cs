using System.CommandLine;
using Tollgate.Gate;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Power;
using Tollgate.Reports;
using Tollgate.Runs;

namespace Tollgate.Cli;

/// <summary><c>tollgate gate</c>: a candidate held against a baseline by a rubric that was published before.</summary>
internal static class GateCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var flags = new GateFlags();
        var command = new Command(
            "gate",
            "Hold a candidate's run against a baseline's by a published rubric: adopt (exit code 0), reject (3) or inconclusive (4); 5 where the runs cannot be judged.");
        flags.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var (wishes, errors) = flags.Read(parsed);
            var (key, noKey) = flags.ReadKey(surroundings, parsed);
            using (key)
            {
                return errors.Count > 0 || noKey is not null
                    ? surroundings.Complain([.. errors, .. noKey is null ? Array.Empty<string>() : [noKey]])
                    : await RunAsync(surroundings, wishes, key);
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, GateWishes wishes, SigningKey? key)
    {
        var (rubric, wrong) = RubricReader.Load(wishes.RubricFile);
        if (rubric is null)
        {
            return surroundings.Complain(wrong.Select(static error => error.ToString()));
        }

        if (GateOutput.Refusal(surroundings, wishes) is { } refusal)
        {
            return surroundings.Complain(refusal);
        }

        using var inputs = new GateInputs();
        var (unreadable, code) = inputs.Open(wishes);
        if (unreadable.Count > 0)
        {
            surroundings.Complain(unreadable);
            return code;
        }

        try
        {
            return wishes.SelfTest
                ? SelfTest(surroundings, wishes, rubric, inputs)
                : await JudgeAsync(surroundings, wishes, key, rubric, inputs);
        }
        catch (RunFileException e)
        {
            return Invalid(surroundings, [e.Message]);
        }
        catch (OperationCanceledException)
        {
            return surroundings.Fail("stopped; nothing was judged.");
        }
    }

    private static async Task<int> JudgeAsync(
        Surroundings surroundings, GateWishes wishes, SigningKey? key, Rubric rubric, GateInputs inputs)
    {
        var file = new LedgerFile(wishes.LedgerFile, surroundings.Time);
        var (ledger, head, problem) = await file.ReadWithHeadAsync(surroundings.Stop);
        problem ??= ledger is null ? null : file.CutOff(ledger, head);
        if (ledger is null || problem is not null)
        {
            // What was published nowhere is not published: a verdict is not to be had, whatever the runs.
            return Invalid(surroundings, [problem!.Message]); // Without a ledger there is a problem.
        }

        rubric = ledger.AsPublished(rubric);
        if (PublicationChecks.Find(ledger, rubric, wishes.RubricFile, wishes.LedgerFile) is { Entry: null } unpublished)
        {
            return Invalid(surroundings, [unpublished.Error]);
        }

        // It gets its head with this verdict's entry, and later ones can be trusted from there on.
        string[] headless = file.Headless(ledger, head) is { } sentence ? [$"{file.Path}: {sentence}."] : [];
        var (baseline, candidate, errors, code) = inputs.Read(wishes, rubric);
        if (baseline is null || candidate is null)
        {
            return code == ExitCodes.BadInput ? surroundings.Complain(errors) : Invalid(surroundings, errors);
        }

        var missing = MissingNumbers.Apply(rubric, baseline, candidate);
        (baseline, candidate) = (missing.Baseline, missing.Candidate);
        Verdict verdict;
        LedgerEntry entry;
        while (true)
        {
            var series = LookSeries.Of(ledger, rubric, baseline, candidate);
            var runs = JudgedRuns.Of(ledger, rubric, inputs.All, surroundings.Time.GetUtcNow(), wishes.LedgerFile);
            var numbers = NumberHistory.Of(ledger, rubric, baseline, candidate);
            IReadOnlyList<string> refusals =
            [
                .. runs.Refusals, .. numbers.Refusals, .. missing.Refusals,
                .. Refusals(wishes, rubric, baseline, candidate, series),
            ];
            if (refusals.Count > 0)
            {
                return Invalid(surroundings, refusals);
            }

            verdict = Judge.Decide(
                rubric, baseline, candidate, series.Earlier, inputs.Baseline[0].Info.Seed,
                [
                    .. headless, .. runs.Warnings(baseline, candidate), .. PublicationChecks.Warnings(series, rubric),
                    .. numbers.Warnings, .. missing.Notes,
                ]);
            verdict = verdict with { Record = runs.Record(series, baseline, candidate) };
            if (series.Same is { } same)
            {
                if (PublicationChecks.Contradiction(same, verdict, wishes.LedgerFile) is { } contradiction)
                {
                    return Invalid(surroundings, [contradiction]);
                }

                entry = same;
                break;
            }

            var append = await file.AppendAsync(
                (before, now) => before.Head == ledger.Head || runs.IsAsItWas(before, series, baseline, candidate)
                    ? before.Next(runs.Entry(verdict), now, key)
                    : null,
                surroundings.Stop);
            if (append.Problem is { } unwritten)
            {
                surroundings.Complain($"{unwritten.Message}; the verdict could not be recorded and was discarded.");
                return unwritten.ExitCode;
            }

            if (append.Entry is { } appended)
            {
                entry = appended;
                break;
            }

            // Another process looked meanwhile: what this look may conclude depends on that.
            ledger = append.Before!; // Without a problem there is a ledger.
        }

        verdict = JudgedRuns.Recorded(verdict, entry);
        if (GateOutput.Give(surroundings, wishes, verdict) is { } undelivered)
        {
            return surroundings.Fail(undelivered);
        }

        return verdict.Outcome switch
        {
            VerdictOutcome.Adopt => ExitCodes.Done,
            VerdictOutcome.Reject => ExitCodes.Rejected,
            _ => ExitCodes.Inconclusive,
        };
    }

    private static IReadOnlyList<string> Refusals(
        GateWishes wishes, Rubric rubric, Evidence baseline, Evidence candidate, LookSeries series)
    {
        List<string> refusals = [.. Judge.Refusals(rubric, baseline, candidate)];
        if (rubric.Looks == LookDesign.Once && series.Earlier.Count > 0)
        {
            refusals.Add($"{wishes.RubricFile}: the rubric plans one look, and {series.Earlier[^1]} pairs of these were judged before; expected a rubric with `looks:`, or runs that were not looked at.");
        }

        return refusals;
    }

    private static int SelfTest(Surroundings surroundings, GateWishes wishes, Rubric rubric, GateInputs inputs)
    {
        var (evidence, errors, code) = inputs.ReadBaseline(wishes, rubric);
        if (evidence is null)
        {
            return code == ExitCodes.BadInput ? surroundings.Complain(errors) : Invalid(surroundings, errors);
        }

        var missing = MissingNumbers.Apply(rubric, evidence, evidence);
        evidence = missing.Baseline;
        List<string> refusals = [.. missing.Refusals, .. Judge.Refusals(rubric, evidence, evidence)];
        if (refusals.Count > 0)
        {
            return Invalid(surroundings, refusals.Distinct());
        }

        evidence = SessionPairs.Without(evidence, rubric.LeaveOut);
        var study = PowerStudy.Of(rubric, evidence.Sessions, wishes.Seed ?? inputs.Baseline[0].Info.Seed);
        var sessions = evidence.Sessions.Count;
        var rate = PowerView.Show(
            surroundings, wishes.Json, "the baseline against itself",
            progress => study.SelfTest(sessions, progress, surroundings.Stop));
        PowerOutput.GiveSelfTest(surroundings, wishes.Json, rubric, evidence, rate);
        return ExitCodes.Done;
    }

    private static int Invalid(Surroundings surroundings, IEnumerable<string> why)
    {
        surroundings.Complain(why);
        return ExitCodes.NotValid;
    }
}
