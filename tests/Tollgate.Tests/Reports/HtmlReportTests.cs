using System.Text.Json;
using Tollgate.Measures.Distributions;
using Tollgate.Measures.Summaries;
using Tollgate.Reports.Html;
using Tollgate.Reports.Json;
using Tollgate.Results;

namespace Tollgate.Tests.Reports;

public class HtmlReportTests
{
    [Fact]
    public void Write_AMeasurement_IsGolden() => Rendered(SampleDocuments.Measured()).ShouldBeGolden("measured.html");

    [Fact]
    public void Write_TheStory_IsGolden() => Rendered(SampleDocuments.Story()).ShouldBeGolden("story.html");

    [Fact]
    public void Write_NamesFromOutside_AreEncoded()
    {
        var page = Rendered(SampleDocuments.Measured());
        page.ShouldContain("large &lt;b&gt;&amp;amp;");
        page.ShouldNotContain("large <b>");
    }

    [Fact]
    public void Write_TheDocument_LiesInIt()
    {
        var report = SampleDocuments.Measured();
        var page = Rendered(report);
        const string opening = "id=\"tollgate-document\">";
        var start = page.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        var json = page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)];
        MeasureDocument.FromJson(json).ToJson().ShouldBe(MeasureDocument.Of(report).ToJson());
        JsonDocument.Parse(json).Dispose();
    }

    [Fact]
    public void Write_RefersToNothingOutside()
    {
        var page = Rendered(SampleDocuments.Story());
        foreach (var reference in new[] { "http://", "https://", "src=", "href=", "url(", "@import" })
        {
            page.ShouldNotContain(reference);
        }
    }

    // An outage in the middle: of the stretches in which all failed there is no first token to draw, and no line.
    [Fact]
    public void Write_AnOutage_IsAGapInTheCurve()
    {
        var report = SampleDocuments.Measured();
        TimeBin[] bins =
        [
            new(0, 5, 0, 100, 20), new(100, 5, 0, 110, 20), new(200, 0, 5, null, null), new(300, 0, 0, null, null),
            new(400, 5, 0, 120, 20), new(500, 5, 0, 100, 20),
        ];
        var (first, second) = (report.Targets[0].Measures, report.Targets[1].Measures);

        var page = HtmlReport.Render(report with
        {
            Targets =
            [
                new TargetResult(first with { Curves = first.Curves with { OverTime = bins } }),
                new TargetResult(second with { Curves = TargetCurves.Empty }),
            ],
        });

        var figure = page[page.IndexOf("First token, mean", StringComparison.Ordinal)..];
        var path = System.Text.RegularExpressions.Regex.Match(figure, "class=\"line\" d=\"([^\"]+)\"").Groups[1].Value;
        path.Count(c => c == 'M').ShouldBe(2);
        path.Count(c => c == 'L').ShouldBe(2);
    }

    private static string Rendered(RunReport report) => HtmlReport.Render(report);
}
