using System.Text.Json;
using Tollgate.Measures;
using Tollgate.Reports;

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
        var (document, measures) = SampleDocuments.Measured();
        var page = Rendered((document, measures));
        const string opening = "id=\"tollgate-document\">";
        var start = page.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        var json = page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)];
        MeasureDocument.FromJson(json).ToJson().ShouldBe(document.ToJson());
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

    private static string Rendered((MeasureDocument Document, RunMeasures Measures) run) => 
        HtmlReport.Render(run.Document, run.Measures.Curves);
}
