using Spectre.Console;
using Tollgate.Reports.Terminal;
using Tollgate.Results;

namespace Tollgate.Tests.Reports;

public class TerminalReportTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Write_TheStory_IsGolden(int width) =>
        Written(SampleDocuments.Story(), width).ShouldBeGolden($"story-{width}.txt");

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Write_AMeasurement_IsGolden(int width) =>
        Written(SampleDocuments.Measured(), width).ShouldBeGolden($"measured-{width}.txt");

    [Fact]
    public void Write_OneTarget_IsGolden()
    {
        var document = SampleDocuments.Measured();
        var alone = document with { Targets = [document.Targets[0]], Comparisons = [] };
        Written(alone, 100).ShouldBeGolden("one-target.txt");
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    public void Write_NeverPassesTheWidth(int width)
    {
        foreach (var document in new[] { SampleDocuments.Story(), SampleDocuments.Measured() })
        {
            Written(document, width).Split('\n').ShouldAllBe(line => line.Length <= width);
        }
    }

    internal static string Written(RunReport report, int width)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        TerminalReport.Write(console, report);
        return string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd()));
    }
}
