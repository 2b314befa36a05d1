using Tollgate.Reports.Html;
using Tollgate.Reports.Json.Verdicts;

namespace Tollgate.Tests.Reports.Verdicts;

public class HtmlVerdictTests
{
    public static TheoryData<string> Names => [.. SampleVerdicts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_AVerdict_IsGolden(string name) =>
        HtmlVerdict.Render(SampleVerdicts.All[name]).ShouldBeGolden($"{name}.html");

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_TheDocument_LiesInIt(string name)
    {
        var page = HtmlVerdict.Render(SampleVerdicts.All[name]);
        const string Opening = "id=\"tollgate-verdict\">";
        var start = page.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        var json = page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)];
        VerdictDocument.FromJson(json).ToJson().ShouldBe(VerdictDocument.Of(SampleVerdicts.All[name]).ToJson());
    }

    [Fact]
    public void Render_RefersToNothingOutside()
    {
        var page = HtmlVerdict.Render(SampleVerdicts.Adopt());
        foreach (var reference in new[] { "http://", "https://", "src=", "href=", "url(", "@import" })
        {
            page.ShouldNotContain(reference);
        }
    }

    [Fact]
    public void Render_MarkupFromOutside_IsEncoded()
    {
        var page = HtmlVerdict.Render(SampleVerdicts.Hostile());
        page.Split("<script").Length.ShouldBe(2, "the document's own element, and no other");
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        page.ShouldNotContain("<b>bold");
        page.ShouldNotContain("<p95>");
    }
}
