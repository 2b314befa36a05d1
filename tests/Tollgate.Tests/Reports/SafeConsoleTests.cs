using Spectre.Console;
using Tollgate.Exchanges;
using Tollgate.Reports.Html;
using Tollgate.Reports.Markdown;
using Tollgate.Reports.Terminal;
using Tollgate.Results;

namespace Tollgate.Tests.Reports;

public sealed class SafeConsoleTests
{
    private const string Hostile = "\u001b]0;PWNED\u0007\u001b[2J\u202egnp.exe\u202c\u0090<script>alert(1)</script>";

    private static readonly char[] Controls = ['\u001b', '\u0007', '\u0090', '\u202e', '\u202c'];

    public static TheoryData<string> Forms => ["terminal", "markdown", "html"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryForm_OfAHostileRun_ShowsNoControlCharacter(string form)
    {
        var report = SampleDocuments.Measured();
        report = report with
        {
            Run = Hostile,
            Warnings = [Hostile],
            Load = Hostile,
            Targets =
            [
                .. report.Targets.Select(target => new TargetResult(target.Measures with
                {
                    Target = target.Measures.Target with
                    {
                        Name = Hostile + target.Name, Model = Hostile, Region = Hostile,
                    },
                    FailureMessages = new Dictionary<FailureKind, string> { [FailureKind.ProviderError] = Hostile },
                })),
            ],
        };

        var shown = form switch
        {
            "markdown" => MarkdownReport.Render(report),
            "html" => HtmlReport.Render(report),
            _ => OnAConsole(console => TerminalReport.Write(console, report)),
        };

        shown.IndexOfAny(Controls).ShouldBe(-1);
        if (form != "terminal")
        {
            shown.ShouldNotContain("<script>alert");
        }
    }

    [Fact]
    public void Guard_StylesOfOurOwn_Stay()
    {
        var writer = new StringWriter();
        var console = Guarded(writer, ColorSystemSupport.Standard, AnsiSupport.Yes);

        console.Write(new Text("a\u001b[31mb", new Style(Color.Red)));

        writer.ToString().ShouldContain("\u001b[");
        writer.ToString().ShouldContain("a<U+001B>[31mb");
    }

    private static string OnAConsole(Action<IAnsiConsole> write)
    {
        var writer = new StringWriter();
        write(Guarded(writer, ColorSystemSupport.NoColors, AnsiSupport.No));
        return writer.ToString();
    }

    private static IAnsiConsole Guarded(StringWriter writer, ColorSystemSupport colours, AnsiSupport ansi)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer), ColorSystem = colours, Ansi = ansi,
        });
        console.Profile.Width = 100;
        return SafeConsole.Guard(console);
    }
}
