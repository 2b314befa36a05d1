using System.Xml.Linq;
using Tollgate.Gate.Judging;
using Tollgate.Reports.JUnit;

namespace Tollgate.Tests.Reports.Verdicts;

public class VerdictJUnitTests
{
    public static TheoryData<string> Names => [.. SampleVerdicts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_AVerdict_IsGolden(string name) =>
        VerdictJUnit.Render(SampleVerdicts.All[name]).ShouldBeGolden($"{name}.xml");

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_TheCounts_AreThoseOfTheCases(string name)
    {
        var root = XDocument.Parse(VerdictJUnit.Render(SampleVerdicts.All[name])).Root.ShouldNotBeNull();
        var suite = root.Elements("testsuite").ShouldHaveSingleItem();
        var cases = suite.Elements("testcase").ToList();
        cases.Count.ShouldBe(SampleVerdicts.All[name].Rows.Count + 1, "one a criterion, and the verdict");
        foreach (var counted in new[] { root, suite })
        {
            Number(counted, "tests").ShouldBe(cases.Count);
            Number(counted, "failures").ShouldBe(cases.Count(one => one.Element("failure") is not null));
            Number(counted, "skipped").ShouldBe(cases.Count(one => one.Element("skipped") is not null));
            Number(counted, "errors").ShouldBe(0);
            counted.Attribute("name").ShouldNotBeNull();
            counted.Attribute("time").ShouldNotBeNull();
        }

        // GitLab tells cases apart by class and name together.
        cases.Select(one => (one.Attribute("classname")?.Value, one.Attribute("name")?.Value)).Distinct().Count()
            .ShouldBe(cases.Count);
        cases.ShouldAllBe(one => one.Attribute("time") != null);
    }

    [Theory]
    [InlineData(RowOutcome.Won, null)]
    [InlineData(RowOutcome.NonInferior, null)]
    [InlineData(RowOutcome.Open, "skipped")]
    [InlineData(RowOutcome.LeftOut, "skipped")]
    [InlineData(RowOutcome.Inferior, "failure")]
    [InlineData(RowOutcome.OverTheLimit, "failure")]
    public void Render_ARow_FailsIsSkippedOrPasses(RowOutcome outcome, string? expected)
    {
        var verdict = SampleVerdicts.Adopt();
        Results(verdict with { Rows = [verdict.Rows[0] with { Outcome = outcome }] })[1].ShouldBe(expected);
    }

    [Theory]
    [InlineData(VerdictOutcome.Adopt, null)]
    [InlineData(VerdictOutcome.Inconclusive, "skipped")]
    [InlineData(VerdictOutcome.Reject, "failure")]
    public void Render_TheVerdict_FailsIsSkippedOrPasses(VerdictOutcome outcome, string? expected) =>
        Results(SampleVerdicts.Adopt() with { Outcome = outcome })[0].ShouldBe(expected);

    private static List<string?> Results(Verdict verdict) =>
    [
        .. XDocument.Parse(VerdictJUnit.Render(verdict)).Descendants("testcase")
            .Select(one => one.Elements().Select(element => element.Name.LocalName)
                .SingleOrDefault(name => name is "failure" or "skipped")),
    ];

    private static int Number(XElement element, string name) => (int)element.Attribute(name).ShouldNotBeNull();
}
