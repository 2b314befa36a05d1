using Tollgate.Figures;
using Tollgate.Measures.Costs;
using Tollgate.Measures.Distributions;
using Tollgate.Measures.Readings;
using Tollgate.Statistics;

namespace Tollgate.Measures.Summaries;

/// <summary>The reasons to doubt a target's numbers, as sentences for a person.</summary>
internal static class DataWarnings
{
    /// <summary>Above this lag at the 99th percentile, the machine was too busy to read promptly.</summary>
    public const double LagMs = 1;

    /// <summary>Above this send delay at the 99th percentile, load did not leave on schedule.</summary>
    public const double SendDelayMs = 2;

    /// <summary>Above this share of coalesced arrivals, gaps are of a chosen few.</summary>
    public const double CoalescedShare = 0.05;

    /// <summary>
    /// Above this share of failed exchanges, the 95th percentile of all that were sent is no number: the latencies
    /// shown are of survivors.
    /// </summary>
    public const double FailedShare = 0.05;

    /// <summary>Below this number of completed exchanges, the 95th percentile has no upper bound.</summary>
    public const long MinCompleted = 72;

    public static IEnumerable<string> Of(TargetMeasures target)
    {
        var name = target.Target.Name;
        if (!target.AddsUp)
        {
            yield return Text($"{name}: the run is not valid: {target.Issued} exchanges were issued, but {
                target.Completed} completed, {target.Failed} failed, {target.Cancelled} were cancelled and {
                target.InFlight} were in flight.");
        }

        if (target.Cost is { Uncounted: > 0 } cost)
        {
            yield return Text($"{name}: {Exchanges(cost.Uncounted)} came without a full count of tokens; what was {
                ""}not counted is not in the cost.");
        }

        if (target.Completed == 0)
        {
            if (target.Issued > 0)
            {
                yield return Text($"{name}: none of {target.Issued} exchanges completed, so there is no latency {
                    ""}to show.");
            }

            yield break;
        }

        var share = Proportions.Wilson(target.Failed, target.Completed + target.Failed);
        if (share.Value > FailedShare)
        {
            yield return Text($"{name}: {target.Failed} of {target.Completed + target.Failed} exchanges failed ({
                FigureText.Share(share)}); every latency is of those that got through.");
        }

        foreach (var doubt in OfInstrument(name, target.Instrument))
        {
            yield return doubt;
        }

        foreach (var doubt in OfSamples(name, target))
        {
            yield return doubt;
        }
    }

    private static IEnumerable<string> OfInstrument(string name, InstrumentMeasures instrument)
    {
        if ((instrument.LagMs.P99 ?? instrument.LagMs.Max) > LagMs)
        {
            yield return Text($"{name}: the machine read late: the instrument's lag reached {Tail(instrument.LagMs)}.");
        }

        if ((instrument.SendDelayMs.P99 ?? instrument.SendDelayMs.Max) > SendDelayMs)
        {
            yield return Text($"{name}: requests left late: behind schedule by {Tail(instrument.SendDelayMs)}.");
        }

        if (instrument.CoalescedShare > CoalescedShare)
        {
            yield return Text($"{name}: {instrument.CoalescedShare * 100:0.0}% of the arrivals came in the same read {
                ""}as the one before; their gaps are left out, so the gaps shown are of the rest.");
        }

        if (instrument.MixedStamps)
        {
            yield return $"{name}: some arrivals were stamped by the kernel and some by the process.";
        }

        if (instrument.Contradictions > 0)
        {
            yield return Text($"{name}: {Exchanges(instrument.Contradictions)} had stamps that contradict each other, {
                ""}as after a step of the clock, and are in no latency.");
        }
    }

    private static IEnumerable<string> OfSamples(string name, TargetMeasures target)
    {
        if (target.Completed < MinCompleted)
        {
            yield return Text($"{name}: {Exchanges(target.Completed)} completed; the 95th percentile has an upper {
                ""}bound from {MinCompleted} on.");
        }

        if (!target.Cold && target.FreshConnections > 0)
        {
            yield return Text($"{name}: {Exchanges(target.FreshConnections)} opened a connection and {
                (target.FreshConnections == 1 ? "is" : "are")} left out of {
                ""}first token, first answer, wait and task time.");
        }

        if (target.NoConnectionKept)
        {
            yield return Text($"{name}: the server closed its connections after its answers, so the run went on as {
                ""}with --cold: {target.FreshConnections} of {Exchanges(target.Completed)} opened one. First token {
                ""}counts from the send after it; wait and task time include it.");
        }

        if (target.UnusualContentTypes > 0)
        {
            yield return Text($"{name}: {Exchanges(target.UnusualContentTypes)} sent an event stream under a content {
                ""}type other than text/event-stream. It was measured all the same; clients may refuse it.");
        }

        if (target.OutputTokenSource is TokenSource.Estimated or TokenSource.Mixed)
        {
            yield return $"{name}: the provider did not count {
                (target.OutputTokenSource == TokenSource.Mixed ? "some" : "the")} tokens; they are estimated as {
                ""}characters divided by 4, and so is the rate.";
        }

    }

    private static string Tail(QuantileSummary of) => of.P99 is { } tail
        ? Text($"{tail:0.0} ms at the 99th percentile")
        : Text($"up to {of.Max:0.0} ms");

    private static string Exchanges(long count) => count == 1 ? "1 exchange" : Text($"{count} exchanges");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
