using Tollgate.Advice;
using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Language.Words;
using Tollgate.Measures.Comparing;
using Tollgate.Measures.Costs;
using Tollgate.Measures.Distributions;
using Tollgate.Measures.OfExchanges;
using Tollgate.Measures.Readings;
using Tollgate.Measures.Summaries;
using Tollgate.Reports.Json.Figures;
using Tollgate.Reports.Json.Verdicts;
using Tollgate.Reports.Wording;
using Tollgate.Results;
using Tollgate.Statistics;

namespace Tollgate.Reports.Json;

/// <summary>From a report to its document: the one place where numbers become JSON.</summary>
internal static class MeasureDocumentBuilder
{
    public static MeasureDocument Build(RunReport report) => new()
    {
        Run = report.Run,
        Seed = report.Seed,
        Headline = Headline.Of(report),
        Valid = report.Valid,
        Warnings = report.Warnings,
        Started = report.Started,
        Load = report.Load,
        Suite = report.Suite,
        Targets = [.. report.Targets.Select(Of)],
        Sections = report.Sections is { } sections ? [.. sections.Select(Build)] : null,
        Kind = report.Kind,
        Comparison = report.Comparisons is [var first, ..] ? Of(first) : null,
        FurtherComparisons = report.Comparisons is [_, _, ..] ? [.. report.Comparisons.Skip(1).Select(Of)] : null,
        Calibration = report.Calibration,
        Recommendations = report.Recommendations is { } advice ? [.. advice.Select(Of)] : null,
        Verdict = report.Verdict is { } verdict ? VerdictDocument.Of(verdict) : null,
    };

    private static TargetDocument Of(TargetResult result)
    {
        var target = result.Measures;
        return new TargetDocument
        {
            Name = target.Target.Name,
            Model = target.Target.Model,
            Wire = target.Target.Wire,
            Region = target.Target.Region,
            Tier = target.Target.Tier,
            Issued = target.Issued,
            Completed = target.Completed,
            Failed = target.Failed,
            Cancelled = target.Cancelled,
            InFlight = target.InFlight,
            Warmup = target.Warmup,
            Failures = target.Failures.ToDictionary(failure => SnakeCase.Of(failure.Key), failure => failure.Value),
            FailureParties = target.Failures.ToDictionary(
                failure => SnakeCase.Of(failure.Key), failure => SnakeCase.Of(Failure.PartyOf(failure.Key))),
            FailureMessages = target.FailureMessages.ToDictionary(
                failure => SnakeCase.Of(failure.Key), failure => failure.Value),
            Connections = target.Cold ? "cold" : "warm",
            FreshConnections = target.FreshConnections,
            FirstTokenMs = QuantilesDocument.Of(target[FirstToken.Measure]),
            FirstTokenFromIntendedMs = QuantilesDocument.Of(target[FirstTokenFromIntended.Measure]),
            FirstAnswerMs = QuantilesDocument.Of(target[FirstAnswer.Measure]),
            WaitMs = QuantilesDocument.Of(target[Wait.Measure]),
            GapMs = QuantilesDocument.Of(target[Gap.Measure]),
            EventGapMs = QuantilesDocument.Of(target[EventGap.Measure]),
            TaskMs = QuantilesDocument.Of(target[TaskTime.Measure]),
            TokensPerSecond = QuantilesDocument.Of(target[TokensPerSecond.Measure]),
            OutputTokens = Tokens(target),
            Throughput = target.Throughput is { } throughput ? ThroughputDocument.Of(throughput) : null,
            ConnectMs = QuantilesDocument.Of(target[Connect.Measure]),
            Stalls = Of(target.Stalls),
            Goodput = target.Goodput is { } goodput ? Of(goodput) : null,
            TaskPartsMs = target.TaskParts is { } parts ? Of(parts) : null,
            Tasks = target.Tasks,
            Cost = target.Cost is { } cost
                ? new CostDocument(cost.Currency, cost.Total, Rounded(cost.PerSession), cost.Uncounted)
                {
                    Estimated = Math.Round(cost.Estimated, 8),
                    Tokens = cost.Tokens,
                }
                : null,
            Instrument = Of(target.Instrument),
            Rehearsal = result.Rehearsal is { } rehearsal ? RehearsalDocument.Of(rehearsal) : null,
            Further = FurtherMeasures.Of(target),
        };
    }

    private static OutputTokensDocument Tokens(TargetMeasures target)
    {
        var quantiles = QuantilesDocument.Of(target[OutputTokens.Measure]);
        return new OutputTokensDocument
        {
            Sum = Math.Round(target.OutputTokenSum, 2),
            Source = SnakeCase.Of(target.OutputTokenSource),
            N = quantiles.N,
            P50 = quantiles.P50,
            P90 = quantiles.P90,
            P95 = quantiles.P95,
            P99 = quantiles.P99,
            Max = quantiles.Max,
            P50Ci = quantiles.P50Ci,
            P95Ci = quantiles.P95Ci,
            Mean = quantiles.Mean,
            MeanCi = quantiles.MeanCi,
        };
    }

    private static StallsDocument Of(Stalls stalls) => new(
        stalls.LimitMs, stalls.Count, stalls.Possible, stalls.Exchanges,
        Rounded(stalls.Share?.Value), Pair(stalls.Share));

    private static GoodputDocument Of(Goodput goodput) => new()
    {
        FirstTokenLimitMs = goodput.Limits.FirstTokenMs,
        GapLimitMs = goodput.Limits.GapMs,
        TotalLimitMs = goodput.Limits.TotalMs,
        Good = goodput.Good,
        Of = goodput.Of,
        Share = Rounded(goodput.Share?.Value),
        ShareCi = Pair(goodput.Share),
        PerSecond = Rounded(goodput.PerSecond),
    };

    private static TaskPartsDocument Of(TaskPartMeans parts) => new(
        parts.RetriesMs, parts.SendDelayMs, parts.FirstTokenMs, parts.ReasoningMs, parts.ToolMs, parts.OutputMs);

    private static InstrumentDocument Of(InstrumentMeasures instrument) => new()
    {
        Stamp = instrument.Stamp is { } stamp ? SnakeCase.Of(stamp) : instrument.MixedStamps ? "mixed" : "none",
        LagMs = QuantilesDocument.Of(instrument.LagMs),
        SendDelayMs = QuantilesDocument.Of(instrument.SendDelayMs),
        Arrivals = instrument.Arrivals,
        Coalesced = instrument.Coalesced,
        CoalescedShare = Math.Round(instrument.CoalescedShare, 6),
        BoundedGaps = instrument.BoundedGaps,
        BoundedFirstTokens = instrument.BoundedFirstTokens,
        Contradictions = instrument.Contradictions,
    };

    // The parts are not rounded here: they come so that they add up.
    private static ComparisonDocument Of(Comparison comparison) => new()
    {
        Baseline = comparison.Baseline,
        Candidate = comparison.Candidate,
        Direction = SnakeCase.Of(comparison.Direction),
        Basis = SnakeCase.Of(comparison.Basis),
        BaselineTaskMs = Math.Round(comparison.BaselineMeanMs, 6),
        CandidateTaskMs = Math.Round(comparison.CandidateMeanMs, 6),
        TaskMsDifference = comparison.TaskMsDifference,
        TaskMsDifferenceCi = QuantilesDocument.Pair(comparison.TaskMsDifferenceInterval),
        PartsMs = new(comparison.FirstTokenMs, comparison.RateMs, comparison.TokensMs),
        PartsMsCi = new(
            QuantilesDocument.Pair(comparison.FirstTokenInterval), QuantilesDocument.Pair(comparison.RateInterval),
            QuantilesDocument.Pair(comparison.TokensInterval)),
    };

    private static RecommendationDocument Of(Recommendation advice) => new(
        SnakeCase.Of(advice.Workload), advice.Target, advice.Shown, advice.NotDistinguished, advice.Sentence);

    private static double? Rounded(double? value) => QuantilesDocument.Rounded(value);

    private static decimal? Rounded(decimal? value) => value is { } amount ? Math.Round(amount, 8) : null;

    private static IReadOnlyList<double?> Pair(Estimate? estimate) =>
        QuantilesDocument.Pair(estimate?.Interval ?? Interval.None);
}
