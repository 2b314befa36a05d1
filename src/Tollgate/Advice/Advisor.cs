using Tollgate.Figures;
using Tollgate.Measures.Costs;
using Tollgate.Measures.OfExchanges;
using Tollgate.Measures.Summaries;
using Tollgate.Statistics;

namespace Tollgate.Advice;

/// <summary>Recommends a target for each workload, from measures alone.</summary>
internal static class Advisor
{
    /// <summary>A recommendation for each workload; none where no target has completed an exchange.</summary>
    public static IReadOnlyList<Recommendation> Recommend(
        IReadOnlyList<TargetMeasures> targets, AdviceSettings? settings = null)
    {
        settings ??= AdviceSettings.Default;
        var working = targets.Where(target => target.Completed > 0).ToList();
        var reliable = working.Where(target => !FailsTooOften(target, settings)).ToList();
        var eligible = reliable.Count > 0 ? reliable : working;
        if (eligible.Count == 0)
        {
            return [];
        }

        var note = Note(working.Except(eligible));
        return [.. new[] { Voice(eligible, settings), Chat(eligible, settings), LongJob(eligible) }
            .OfType<Recommendation>()
            .Select(advice => advice with { Sentence = advice.Sentence + note })];
    }

    // First by how long callers wait; of those that this does not tell apart, by how evenly the words come.
    private static Recommendation? Voice(IReadOnlyList<TargetMeasures> targets, AdviceSettings settings)
    {
        var tail = targets.All(target => target[Wait.Measure].P95 is not null);
        var contest = PairwiseComparison.Hold(
            targets,
            target => tail
                ? Candidate(target, target[Wait.Measure].P95, target[Wait.Measure].P95Interval)
                : Candidate(target, target[Wait.Measure].P50, target[Wait.Measure].P50Interval),
            target => target.Stalls.Share?.Value ?? 0,
            target => target[Gap.Measure].P95 ?? double.MaxValue);
        if (contest is null)
        {
            return null;
        }

        var (value, interval) = contest.Winner.Figure;
        var limit = FigureText.Duration(settings.VoiceWaitMs);
        var verdict = (interval.Lower > settings.VoiceWaitMs, interval.Upper <= settings.VoiceWaitMs) switch
        {
            (true, _) => $"over the limit of {limit}",
            (_, true) when tail => $"within the limit of {limit}",
            _ => $"but the samples do not show whether 95% of them keep the limit of {limit}",
        };
        var stalls = contest.Winner.Measures.Stalls is { Share: { } share } counted
            ? $" {(counted.Count == 0 ? "No answer" : FigureText.Share(share) + " of its answers")} stalled for {
                ""}more than {FigureText.Duration(counted.LimitMs)}."
            : "";
        return Advice(
            Workload.VoiceAgent, contest,
            $"{contest.Winner.Name}: {(tail ? "95%" : "half")} of callers wait at most {
                FigureText.Duration(value, interval)} for the first answer, {verdict}.{stalls}");
    }

    // By when the reader has a paragraph: the first token, and then so many tokens at its rate.
    private static Recommendation? Chat(IReadOnlyList<TargetMeasures> targets, AdviceSettings settings)
    {
        var contest = PairwiseComparison.Hold(targets, target =>
        {
            var (first, rate) = (target[FirstToken.Measure], target[TokensPerSecond.Measure]);
            var stream = settings.ChatTokens * 1000;

            // Both bounds at their worst together: wider than need be, so never too sure.
            return first.P50 is { } ms && rate.P50 is { } perSecond
                ? Candidate(target, ms + (stream / perSecond), new Interval(
                    first.P50Interval.Lower + (stream / rate.P50Interval.Upper),
                    first.P50Interval.Upper + (stream / rate.P50Interval.Lower)))
                : null;
        });
        if (contest is null)
        {
            return null;
        }

        var best = contest.Winner.Measures;
        var (firstToken, tokens) = (best[FirstToken.Measure], best[TokensPerSecond.Measure]);
        return Advice(
            Workload.Chat, contest,
            $"{contest.Winner.Name}: the first {FigureText.Count(settings.ChatTokens)} tokens are there after {
                contest.Winner.Text}: first token {FigureText.Duration(firstToken.P50, firstToken.P50Interval)}, then {
                FigureText.Number(tokens.P50, tokens.P50Interval)} tokens a second.");
    }

    // By when it is done; of those that this does not tell apart, by what a task costs.
    private static Recommendation? LongJob(IReadOnlyList<TargetMeasures> targets)
    {
        var contest = PairwiseComparison.Hold(
            targets,
            target => Candidate(target, target[TaskTime.Measure].P50, target[TaskTime.Measure].P50Interval),
            target => (double)(target.Cost?.PerSession ?? decimal.MaxValue));
        if (contest is null)
        {
            return null;
        }

        var best = contest.Winner.Measures;
        var cost = best.Cost is { PerSession: { } each } priced
            ? $" at {FigureText.Money(each, priced.Currency)} a task" : "";
        var cheaper = targets
            .Where(other => other.Cost is { PerSession: { } theirs } && other.Cost.Currency == best.Cost?.Currency
                && theirs < best.Cost.PerSession)
            .MinBy(other => other.Cost?.PerSession);
        var alternative = cheaper?.Cost is { PerSession: { } less } saving
            ? $" Cheapest is {cheaper.Target.Name} at {FigureText.Money(less, saving.Currency)}, in {
                FigureText.Duration(cheaper[TaskTime.Measure].P50)}."
            : "";
        return Advice(
            Workload.LongJob, contest,
            $"{contest.Winner.Name}: half of the tasks are done within {contest.Winner.Text}{cost}.", alternative);
    }

    private static Recommendation Advice(
        Workload workload, PairwiseComparison contest, string reason, string further = "") =>
        new(workload, contest.Winner.Name, contest.Shown, contest.EqualNames, reason + contest.Standing() + further);

    private static Candidate? Candidate(TargetMeasures target, double? value, Interval interval) => value is { } figure
        ? new Candidate(target, new Estimate(figure, interval), FigureText.Duration(figure, interval))
        : null;

    private static bool FailsTooOften(TargetMeasures target, AdviceSettings settings) =>
        FailureShare(target).Interval.Lower > settings.FailureShare;

    private static Estimate FailureShare(TargetMeasures target) =>
        Proportions.Wilson(target.Failed, target.Completed + target.Failed);

    private static string Note(IEnumerable<TargetMeasures> leftOut)
    {
        var names = leftOut.Select(target =>
            $"{target.Target.Name} ({FigureText.Share(FailureShare(target))} failed)");
        var text = string.Join(", ", names);
        return text.Length == 0 ? "" : $" Left out for its failures: {text}.";
    }
}
