using Tollgate.Reports.Markdown;

namespace Tollgate.Tests.Reports.Verdicts;

public class VerdictMarkdownTests
{
    public static TheoryData<string> Names => [.. SampleVerdicts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_AVerdict_IsGolden(string name) =>
        VerdictMarkdown.Render(SampleVerdicts.All[name]).ShouldBeGolden($"{name}.md");

    // A bar in a name would make a cell more.
    [Theory]
    [MemberData(nameof(Names))]
    public void Render_EveryRowOfTheTable_HasSevenCells(string name) =>
        VerdictMarkdown.Render(SampleVerdicts.All[name]).Split('\n').Where(line => line.StartsWith('|'))
            .Select(line => line.Replace("\\|", "", StringComparison.Ordinal).Count(symbol => symbol == '|'))
            .ShouldAllBe(bars => bars == 8);

    [Theory]
    [InlineData("<b>&</b>", @"\<b\>\&\</b\>")] // no markup
    [InlineData("a|b `c` *d* _e_ ~f~", @"a\|b \`c\` \*d\* \_e\_ \~f\~")]
    [InlineData("@team", "@<!-- -->team")] // nobody is called
    [InlineData("(@team)", "(@<!-- -->team)")]
    [InlineData("gpt-5.5@emea. Next", "gpt-5.5@emea. Next")] // a target's name calls nobody
    [InlineData("a@b.com", "a@<!-- -->b.com")] // nor is anybody written to
    [InlineData("see #12", @"see \#<!-- -->12")] // nothing is referred to
    [InlineData("https://x.com", "https:<!-- -->//x.com")] // nothing is linked
    [InlineData("[a](b)", @"[a]\(b)")]
    [InlineData("812 ms [790, 840]", "812 ms [790, 840]")] // an interval stays one
    [InlineData("one\ntwo", "one two")]
    public void Sentence_FromOutside_StaysText(string raw, string expected) =>
        MarkdownText.Sentence(raw).ShouldBe(expected);

    [Theory]
    [InlineData("gpt-5.5@emea", "`gpt-5.5@emea`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`a``", "``` `a`` ```")]
    [InlineData("a|b", @"`a\|b`")]
    [InlineData("a\nb", "`a b`")]
    [InlineData("", "`  `")]
    public void Code_FromOutside_StaysInItsSpan(string raw, string expected) => MarkdownText.Code(raw).ShouldBe(expected);
}
