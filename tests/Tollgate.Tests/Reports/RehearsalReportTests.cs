using Spectre.Console;
using Tollgate.Reports.Html;
using Tollgate.Reports.Json;
using Tollgate.Reports.Markdown;
using Tollgate.Reports.Terminal;
using Tollgate.Results;

namespace Tollgate.Tests.Reports;

public class RehearsalReportTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public async Task Terminal_IsGolden(int width)
    {
        var text = TerminalReportTests.Written(await SampleRehearsal.ReportAsync(), width);
        text.ShouldBeGolden($"rehearsal-{width}.txt");
        text.Split('\n').ShouldAllBe(line => line.Length <= width);
    }

    [Fact]
    public async Task Markdown_IsGoldenAndNamesFromOutsideAreText()
    {
        var text = MarkdownReport.Render(await SampleRehearsal.ReportAsync());
        text.ShouldBeGolden("rehearsal.md");
        text.ShouldNotContain("bad <b>");
    }

    [Fact]
    public async Task Json_IsGoldenAndReadBack()
    {
        var json = MeasureDocument.Of(await SampleRehearsal.ReportAsync()).ToJson();
        json.ShouldBeGolden("rehearsal.json");
        MeasureDocument.FromJson(json).ToJson().ShouldBe(json);
    }

    [Fact]
    public async Task Html_IsGolden() => Html(await SampleRehearsal.ReportAsync()).ShouldBeGolden("rehearsal.html");

    [Fact]
    public async Task Html_WhatCallersAndModelsSay_IsTextAndNothingElse()
    {
        var html = Html(await SampleRehearsal.ReportAsync());
        html.ShouldContain("&lt;script&gt;alert(");
        html.ShouldContain("&lt;img src=x onerror=alert(1)&gt;");
        foreach (var raw in new[] { "<script>alert", "<img", "<u>", "<i>", "bad <b>" })
        {
            html.ShouldNotContain(raw);
        }

        // The one script is the document, and JSON of it closes no element.
        html.Split("<script").Length.ShouldBe(2);
        html.Split("</script").Length.ShouldBe(2);
    }

    // The provider's words and the suite's names come from outside as well.
    [Fact]
    public async Task Html_OfACallsEndAndName_IsText()
    {
        var report = await SampleRehearsal.ReportAsync();
        var call = report.Sessions["good"][0];
        var foul = call with { Transcript = call.Transcript with { EndingWhy = "<q>", Session = "<s1>", Repetition = 1 } };
        var good = report.Targets[0];
        var html = Html(report with
        {
            Targets = [good with { Rehearsal = good.Rehearsal.ShouldNotBeNull() with { Sessions = [foul] } }],
        });
        html.ShouldContain("&lt;q&gt;");
        html.ShouldContain("&lt;s1&gt;#1");
        html.ShouldNotContain("<q>");
        html.ShouldNotContain("<s1>");
    }

    [Fact]
    public async Task Transcript_OfOneCall_IsGolden()
    {
        var report = await SampleRehearsal.ReportAsync();
        foreach (var (name, file) in new[] { ("good", "transcript-good.txt"), ("bad <b>&amp;", "transcript-bad.txt") })
        {
            Written(report.Sessions[name][0]).ShouldBeGolden(file);
        }
    }

    [Fact]
    public async Task Document_OfARehearsal_SaysWhatItIs()
    {
        var document = MeasureDocument.Of(await SampleRehearsal.ReportAsync());
        document.Suite.ShouldNotBeNull().StandIn.ShouldBeTrue();
        var (good, bad) = (document.Targets[0].Rehearsal.ShouldNotBeNull(), document.Targets[1].Rehearsal.ShouldNotBeNull());
        (good.Sessions, good.Endings["finished"], good.InterruptedTurns).ShouldBe((3, 3, 3));
        good.Scores["tool_arguments"].Value.ShouldBe(1);
        good.SessionList.ShouldAllBe(session => session.Findings.Count == 0);
        bad.Endings.ContainsKey("finished").ShouldBeFalse();
        bad.Scores["tool_arguments"].Value.ShouldBeLessThan(1);
        bad.SessionList.ShouldAllBe(session => session.Findings.Count > 0);
    }

    private static string Html(RunReport report)
    {
        var writer = new StringWriter { NewLine = "\n" };
        HtmlReport.Write(writer, report);
        return writer.ToString();
    }

    private static string Written(RehearsedSession session)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 80;
        console.Profile.Capabilities.Unicode = true;
        TerminalTranscript.Write(console, session);
        return string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd()));
    }
}
