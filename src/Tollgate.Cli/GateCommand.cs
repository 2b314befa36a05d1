using System.CommandLine;
using Tollgate.Gate;
using Tollgate.Gate.Gathering;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Power;
using Tollgate.Runs.Records;

namespace Tollgate.Cli;

/// <summary><c>tollgate gate</c>: a candidate held against a baseline by a rubric that was published before.</summary>
internal static class GateCommand
{
    public static Command Create(CommandContext context)
    {
        var flags = new GateFlags();
        var command = new Command(
            "gate",
            "Hold a candidate's run against a baseline's by a published rubric: adopt (exit code 0), reject (3) or inconclusive (4); 5 where the runs cannot be judged.");
        flags.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var (wishes, errors) = flags.Read(parsed);
            var (key, noKey) = flags.ReadKey(context, parsed);
            using (key)
            {
                return errors.Count > 0 || noKey is not null
                    ? context.WriteErrors([.. errors, .. noKey is null ? Array.Empty<string>() : [noKey]])
                    : await RunAsync(context, wishes, key);
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, GateOptions wishes, SigningKey? key)
    {
        var (rubric, wrong) = RubricReader.Load(wishes.RubricFile);
        if (rubric is null)
        {
            return context.WriteErrors(wrong.Select(static error => error.ToString()));
        }

        if (GateOutput.Refusal(context, wishes) is { } refusal)
        {
            return context.WriteErrors(refusal);
        }

        using var inputs = new GateInputs();
        var (unreadable, code) = inputs.Open(wishes);
        if (unreadable.Count > 0)
        {
            context.WriteErrors(unreadable);
            return code;
        }

        try
        {
            return wishes.SelfTest
                ? SelfTest(context, wishes, rubric, inputs)
                : await JudgeAsync(context, wishes, key, rubric, inputs);
        }
        catch (RunFileException e)
        {
            return Invalid(context, [e.Message]);
        }
        catch (OperationCanceledException)
        {
            return context.Fail("stopped; nothing was judged.");
        }
    }

    private static async Task<int> JudgeAsync(
        CommandContext context, GateOptions wishes, SigningKey? key, Rubric rubric, GateInputs inputs)
    {
        var file = new LedgerFile(wishes.LedgerFile, context.Time);
        var (ledger, head, problem) = await file.ReadWithHeadAsync(context.Stop);
        problem ??= ledger is null ? null : file.CutOff(ledger, head);
        if (ledger is null || problem is not null)
        {
            // What was published nowhere is not published: a verdict is not to be had, whatever the runs.
            return Invalid(context, [problem!.Message]); // Without a ledger there is a problem.
        }

        rubric = ledger.AsPublished(rubric);
        if (PublicationChecks.Find(ledger, rubric, wishes.RubricFile, wishes.LedgerFile) is { Entry: null } unpublished)
        {
            return Invalid(context, [unpublished.Error]);
        }

        // It gets its head with this verdict's entry, and later ones can be trusted from there on.
        string[] headless = file.Headless(ledger, head) is { } sentence ? [$"{file.Path}: {sentence}."] : [];
        var (baseline, candidate, errors, code) = inputs.Read(wishes, rubric);
        if (baseline is null || candidate is null)
        {
            return code == ExitCodes.BadInput ? context.WriteErrors(errors) : Invalid(context, errors);
        }

        var missing = MissingNumbers.Apply(rubric, baseline, candidate);
        (baseline, candidate) = (missing.Baseline, missing.Candidate);
        Verdict verdict;
        LedgerEntry entry;
        while (true)
        {
            var series = LookHistory.Of(ledger, rubric, baseline, candidate);
            var runs = JudgedRuns.Of(ledger, rubric, inputs.All, context.Time.GetUtcNow(), wishes.LedgerFile);
            var numbers = NumberHistory.Of(ledger, rubric, baseline, candidate);
            IReadOnlyList<string> refusals =
            [
                .. runs.Refusals, .. numbers.Refusals, .. missing.Refusals,
                .. Refusals(wishes, rubric, baseline, candidate, series),
            ];
            if (refusals.Count > 0)
            {
                return Invalid(context, refusals);
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
                    return Invalid(context, [contradiction]);
                }

                entry = same;
                break;
            }

            var append = await file.AppendAsync(
                (before, now) => before.Head == ledger.Head || runs.IsAsItWas(before, series, baseline, candidate)
                    ? before.Next(runs.Entry(verdict), now, key)
                    : null,
                context.Stop);
            if (append.Problem is { } unwritten)
            {
                context.WriteErrors($"{unwritten.Message}; the verdict could not be recorded and was discarded.");
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
        if (GateOutput.Give(context, wishes, verdict) is { } undelivered)
        {
            return context.Fail(undelivered);
        }

        return verdict.Outcome switch
        {
            VerdictOutcome.Adopt => ExitCodes.Done,
            VerdictOutcome.Reject => ExitCodes.Rejected,
            _ => ExitCodes.Inconclusive,
        };
    }

    private static IReadOnlyList<string> Refusals(
        GateOptions wishes, Rubric rubric, Evidence baseline, Evidence candidate, LookHistory series)
    {
        List<string> refusals = [.. Judge.Refusals(rubric, baseline, candidate)];
        if (rubric.InterimLooks == LookDesign.Once && series.Earlier.Count > 0)
        {
            refusals.Add($"{wishes.RubricFile}: the rubric plans one look, and {series.Earlier[^1]} pairs of these were judged before; expected a rubric with `looks:`, or runs that were not looked at.");
        }

        return refusals;
    }

    private static int SelfTest(CommandContext context, GateOptions wishes, Rubric rubric, GateInputs inputs)
    {
        var (evidence, errors, code) = inputs.ReadBaseline(wishes, rubric);
        if (evidence is null)
        {
            return code == ExitCodes.BadInput ? context.WriteErrors(errors) : Invalid(context, errors);
        }

        var missing = MissingNumbers.Apply(rubric, evidence, evidence);
        evidence = missing.Baseline;
        List<string> refusals = [.. missing.Refusals, .. Judge.Refusals(rubric, evidence, evidence)];
        if (refusals.Count > 0)
        {
            return Invalid(context, refusals.Distinct());
        }

        evidence = SessionPairs.Without(evidence, rubric.LeaveOut);
        var study = PowerStudy.Of(rubric, evidence.Sessions, wishes.Seed ?? inputs.Baseline[0].Info.Seed);
        var sessions = evidence.Sessions.Count;
        var rate = PowerView.Show(
            context, wishes.Json, "the baseline against itself",
            progress => study.SelfTest(sessions, progress, context.Stop));
        PowerOutput.GiveSelfTest(context, wishes.Json, rubric, evidence, rate);
        return ExitCodes.Done;
    }

    private static int Invalid(CommandContext context, IEnumerable<string> why)
    {
        context.WriteErrors(why);
        return ExitCodes.NotValid;
    }
}
