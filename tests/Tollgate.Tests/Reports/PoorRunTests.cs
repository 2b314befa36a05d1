using Tollgate.Advice;
using Tollgate.Exchanges;
using Tollgate.Measures.Comparing;
using Tollgate.Measures.Readings;
using Tollgate.Measures.Summaries;
using Tollgate.Reports;
using Tollgate.Tests.Measures;

namespace Tollgate.Tests.Reports;

/// <summary>Runs with little or nothing in them: every report says so in order.</summary>
public class PoorRunTests
{
    public static TheoryData<string> Runs =>
        ["nothing", "one-exchange", "all-failed", "single-arrivals", "three-exchanges"];

    [Theory]
    [MemberData(nameof(Runs))]
    public void EveryReport_OfAPoorRun_IsWritten(string name)
    {
        var (document, measures) = Build(name);
        TerminalReportTests.Written(document, 80).ShouldBeGolden($"poor-{name}.txt");
        MarkdownReport.Render(document).ShouldNotContain("NaN");
        var page = HtmlReport.Render(document, measures.Curves);
        page.ShouldEndWith("</html>\n");
        page.ShouldNotContain("NaN");
        page.ShouldNotContain("∞");
        MeasureDocument.FromJson(document.ToJson()).ToJson().ShouldBe(document.ToJson());
    }

    private static (MeasureDocument Document, RunMeasures Measures) Build(string name)
    {
        var accumulator = new RunAccumulator([Recorded.Target("t"), Recorded.Target("u")], new MeasureSettings());
        foreach (var exchange in Exchanges(name))
        {
            accumulator.Add(exchange);
        }

        var measures = accumulator.Measure(new Dictionary<string, IssuedCount> { ["u"] = new(2, 1) });
        var comparison = TaskComparer.Compare(measures.Targets[0], measures.Targets[1], 1);
        return (MeasureDocumentBuilder.Build(
            new RunDescription { Run = name, Seed = 1 }, measures, comparison is null ? [] : [comparison],
            Advisor.Recommend(measures.Targets)), measures);
    }

    private static IEnumerable<Exchange> Exchanges(string name) => name switch
    {
        "one-exchange" => [Recorded.Completed(100, 120, 140)],
        "all-failed" =>
        [
            Recorded.Failed(FailureKind.ConnectionRefused), Recorded.Failed(FailureKind.NotSent) with { TaskId = 1 },
            Recorded.Failed() with { Target = "u" },
        ],
        "single-arrivals" =>
        [
            .. Enumerable.Range(0, 12).Select(i => Recorded.Completed(100 + i) with { TaskId = i }),
            .. Enumerable.Range(0, 12).Select(i => Recorded.Completed(150 + i) with { TaskId = i, Target = "u" }),
        ],
        "three-exchanges" =>
        [
            .. Enumerable.Range(0, 3).Select(i => Recorded.Completed(100 + i, 120, 140) with { TaskId = i }),
            Recorded.Completed(100, 130, 160) with { Target = "u" },
        ],
        _ => [],
    };
}
