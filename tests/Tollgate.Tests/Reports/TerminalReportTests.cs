using Spectre.Console;
using Tollgate.Reports;

namespace Tollgate.Tests.Reports;

public class TerminalReportTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Write_TheStory_IsGolden(int width) =>
        Written(SampleDocuments.Story().Document, width).ShouldBeGolden($"story-{width}.txt");

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Write_AMeasurement_IsGolden(int width) =>
        Written(SampleDocuments.Measured().Document, width).ShouldBeGolden($"measured-{width}.txt");

    [Fact]
    public void Write_OneTarget_IsGolden()
    {
        var document = SampleDocuments.Measured().Document;
        var alone = document with { Targets = [document.Targets[0]], Comparison = null };
        Written(alone, 100).ShouldBeGolden("one-target.txt");
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    public void Write_NeverPassesTheWidth(int width)
    {
        foreach (var document in new[] { SampleDocuments.Story().Document, SampleDocuments.Measured().Document })
        {
            Written(document, width).Split('\n').ShouldAllBe(line => line.Length <= width);
        }
    }

    internal static string Written(MeasureDocument document, int width)
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
        TerminalReport.Write(console, document);
        return string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd()));
    }
}
