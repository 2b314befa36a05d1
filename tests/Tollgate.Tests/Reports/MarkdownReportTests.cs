using Tollgate.Reports.Markdown;

namespace Tollgate.Tests.Reports;

public class MarkdownReportTests
{
    [Fact]
    public void Render_AMeasurement_IsGolden() =>
        MarkdownReport.Render(SampleDocuments.Measured()).ShouldBeGolden("measured.md");

    [Fact]
    public void Render_TheStory_IsGolden() =>
        MarkdownReport.Render(SampleDocuments.Story()).ShouldBeGolden("story.md");

    [Fact]
    public void Render_MarkupFromOutside_StaysText()
    {
        var document = SampleDocuments.Measured() with { Warnings = ["<i>a|b</i> [x](y) *z*\nnext"] };
        MarkdownReport.Render(document).ShouldContain(@"- \<i\>a\|b\</i\> [x]\(y) \*z\* next");
    }

    [Fact]
    public void Render_MentionsFromOutside_CallNobody()
    {
        var document = SampleDocuments.Measured() with { Warnings = ["@team see #12"] };
        MarkdownReport.Render(document).ShouldContain(@"- @<!-- -->team see \#<!-- -->12");
    }
}
