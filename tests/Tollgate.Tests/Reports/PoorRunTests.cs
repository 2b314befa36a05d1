using Tollgate.Advice;
using Tollgate.Exchanges;
using Tollgate.Measures.Comparing;
using Tollgate.Measures.Readings;
using Tollgate.Measures.Summaries;
using Tollgate.Reports.Html;
using Tollgate.Reports.Json;
using Tollgate.Reports.Markdown;
using Tollgate.Results;
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
        var report = Build(name);
        TerminalReportTests.Written(report, 80).ShouldBeGolden($"poor-{name}.txt");
        MarkdownReport.Render(report).ShouldNotContain("NaN");
        var page = HtmlReport.Render(report);
        page.ShouldEndWith("</html>\n");
        page.ShouldNotContain("NaN");
        page.ShouldNotContain("∞");
        var document = MeasureDocument.Of(report);
        MeasureDocument.FromJson(document.ToJson()).ToJson().ShouldBe(document.ToJson());
    }

    private static RunReport Build(string name)
    {
        var accumulator = new RunAccumulator([Recorded.Target("t"), Recorded.Target("u")], new MeasureSettings());
        foreach (var exchange in Exchanges(name))
        {
            accumulator.Add(exchange);
        }

        var measures = accumulator.Measure(new Dictionary<string, IssuedCount> { ["u"] = new(2, 1) });
        var comparison = TaskComparer.Compare(measures.Targets[0], measures.Targets[1], 1);
        return RunReport.Of(name, 1, measures) with
        {
            Comparisons = comparison is null ? [] : [comparison],
            Recommendations = Advisor.Recommend(measures.Targets),
        };
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
