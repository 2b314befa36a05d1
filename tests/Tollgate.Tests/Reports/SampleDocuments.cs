using Tollgate.Advice;
using Tollgate.Exchanges;
using Tollgate.Measures.Comparing;
using Tollgate.Measures.Readings;
using Tollgate.Measures.Summaries;
using Tollgate.Results;
using Tollgate.Tests.Measures;

namespace Tollgate.Tests.Reports;

/// <summary>Reports for the golden files.</summary>
internal static class SampleDocuments
{
    private static readonly string[] Regions = ["us-east", "emea", "apac"];

    /// <summary>Nine targets in virtual time, with comparisons, advice and a calibration.</summary>
    public static RunReport Story()
    {
        List<SampleRun.Model> models = [];
        foreach (var (i, region) in Regions.Index())
        {
            var farMs = i * 90;
            models.Add(new($"gpt-5.5@{region}", 530 + farMs, 100, 1800) { Price = new("USD", 1.25m, 0.125m, 0, 10) });
            models.Add(new($"opus-4.7@{region}", 640 + farMs, 70, 5000) { Price = new("USD", 5, 0.5m, 6.25m, 25) });
            models.Add(new($"gpt-5.5-pro@{region}", 530 + farMs, 34, 1850) { Price = new("USD", 15, 0, 0, 120) });
        }

        var measures = SampleRun.Measure(models, 200);
        List<Comparison> comparisons = [];
        foreach (var candidate in new[] { "opus-4.7@us-east", "gpt-5.5-pro@us-east" })
        {
            comparisons.Add(Compare(measures, "gpt-5.5@us-east", candidate));
        }

        return RunReport.Of("try-7", 7, measures) with
        {
            Load = "virtual time, 200 tasks a target, one by one",
            Comparisons = comparisons,
            Recommendations = Advisor.Recommend(measures.Targets),
            Calibration = new CalibrationResult(new CalibrationError(0.014, 0.121), 400),
        };
    }

    /// <summary>Two targets over a network, with failures, stalls, warm-up and a machine that was late.</summary>
    public static RunReport Measured()
    {
        SampleRun.Model[] models =
        [
            new("small", 310, 120, 200) { TokensAnArrival = 2 },
            new("large <b>&amp;", 420, 60, 260) { TokensAnArrival = 2, FailureShare = 0.08, StallShare = 0.002 },
        ];
        var measures = SampleRun.Measure(
            models, 120, StampSource.Kernel,
            new MeasureSettings { Seed = 7, Limits = new Limits { FirstTokenMs = 500, GapMs = 200 } });
        return RunReport.Of("2026-03-02T10-15-00Z", 7, measures) with
        {
            Started = "2026-03-02T10:15:00Z",
            Load = "open loop, 5/s Poisson, 120 requests a target",
            Warnings =
            [
                "The wall clock was set back by 1.2 s during the run; stamps were mended.", .. measures.Warnings,
            ],
            Comparisons = [Compare(measures, "small", "large <b>&amp;")],
            Recommendations = Advisor.Recommend(measures.Targets),
        };
    }

    private static Comparison Compare(RunMeasures measures, string baseline, string candidate) =>
        TaskComparer.Compare(
            measures.Find(baseline).ShouldNotBeNull(), measures.Find(candidate).ShouldNotBeNull(), 7).ShouldNotBeNull();
}
