using Tollgate.Advice;
using Tollgate.Exchanges;
using Tollgate.Measures.Comparing;
using Tollgate.Measures.Readings;
using Tollgate.Measures.Summaries;
using Tollgate.Reports;
using Tollgate.Tests.Measures;

namespace Tollgate.Tests.Reports;

/// <summary>Documents for the golden files.</summary>
internal static class SampleDocuments
{
    private static readonly string[] Regions = ["us-east", "emea", "apac"];

    /// <summary>Nine targets in virtual time, with comparisons, advice and a calibration.</summary>
    public static (MeasureDocument Document, RunMeasures Measures) Story()
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

        return (MeasureDocumentBuilder.Build(
            new RunDescription { Run = "try-7", Seed = 7, Load = "virtual time, 200 tasks a target, one by one" },
            measures, comparisons, Advisor.Recommend(measures.Targets),
            new CalibrationDocument(new CalibrationErrorDocument(0.014, 0.121), 400)), measures);
    }

    /// <summary>Two targets over a network, with failures, stalls, warm-up and a machine that was late.</summary>
    public static (MeasureDocument Document, RunMeasures Measures) Measured()
    {
        SampleRun.Model[] models =
        [
            new("small", 310, 120, 200) { TokensAnArrival = 2 },
            new("large <b>&amp;", 420, 60, 260) { TokensAnArrival = 2, FailureShare = 0.08, StallShare = 0.002 },
        ];
        var measures = SampleRun.Measure(
            models, 120, StampSource.Kernel,
            new MeasureSettings { Seed = 7, Limits = new Limits { FirstTokenMs = 500, GapMs = 200 } });
        return (MeasureDocumentBuilder.Build(
            new RunDescription
            {
                Run = "2026-03-02T10-15-00Z", Seed = 7, Started = "2026-03-02T10:15:00Z",
                Load = "open loop, 5/s Poisson, 120 requests a target",
                Warnings = ["The wall clock was set back by 1.2 s during the run; stamps were mended."],
            },
            measures, [Compare(measures, "small", "large <b>&amp;")], Advisor.Recommend(measures.Targets)), measures);
    }

    private static Comparison Compare(RunMeasures measures, string baseline, string candidate) =>
        TaskComparer.Compare(
            measures.Find(baseline).ShouldNotBeNull(), measures.Find(candidate).ShouldNotBeNull(), 7).ShouldNotBeNull();
}
