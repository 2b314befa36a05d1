using Spectre.Console;
using Tollgate.Figures;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Reports.Terminal;
using Tollgate.Reports.Wording.Verdicts;
using Tollgate.Statistics;

namespace Tollgate.Tests.Reports.Verdicts;

public class TerminalVerdictTests
{
    private static readonly int[] Widths = [80, 100, 120, 200];

    public static TheoryData<string> Names => [.. SampleVerdicts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_At80Columns_IsGolden(string name) =>
        Written(SampleVerdicts.All[name], 80).ShouldBeGolden($"{name}-80.txt");

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_At120Columns_IsGolden(string name) =>
        Written(SampleVerdicts.All[name], 120).ShouldBeGolden($"{name}-120.txt");

    [Fact]
    public void Write_WithoutUnicode_IsGolden() =>
        Written(SampleVerdicts.Sequential(), 80, unicode: false).ShouldBeGolden("sequential-ascii.txt");

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_NeverPassesTheWidth(string name)
    {
        foreach (var width in Widths)
        {
            Written(SampleVerdicts.All[name], width).Split('\n').ShouldAllBe(line => line.Length <= width);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_WithoutUnicode_IsAscii(string name)
    {
        // The names of the hostile one come from files, and are its own.
        if (name != "hostile")
        {
            Written(SampleVerdicts.All[name], 80, unicode: false).ShouldAllBe(symbol => symbol < 128);
        }
    }

    [Fact]
    public void Write_ControlsFromFiles_DoNotReachTheTerminal() =>
        Written(SampleVerdicts.Hostile(), 80).ShouldAllBe(symbol =>
            symbol == '\n' || !(char.IsControl(symbol) || symbol == '\u202e'));

    // The margin of a win is at 0.667; what begins just right of it must not look as if it crossed it.
    [Theory]
    [InlineData(0.1001, 0.3, false)] // right of it by less than a cell
    [InlineData(0.0999, 0.3, true)] // crosses it by less than a cell
    [InlineData(0.03, 0.0999, false)] // left of it by less than a cell
    [InlineData(0.03, 0.1001, true)]
    public void Write_AnInterval_CrossesTheMarginsThatItCrosses(double lower, double upper, bool crosses)
    {
        var verdict = SampleVerdicts.Adopt();
        var change = new Estimate(-0.2, new(-upper, -lower));
        var row = verdict.Rows[0] with { Change = change, LossChange = change.Interval };
        var line = Written(verdict with { Rows = [row] }, 80).Split('\n').Single(text => text.Contains('●'));
        line[(line.IndexOf('│', StringComparison.Ordinal) + 1)..].Contains('┿').ShouldBe(crosses, line);
    }

    // Whatever the direction of the figure, better is to the right.
    [Theory]
    [InlineData(BetterWhen.Lower, -0.4, true)]
    [InlineData(BetterWhen.Lower, 0.4, false)]
    [InlineData(BetterWhen.Higher, 0.4, true)]
    [InlineData(BetterWhen.Higher, -0.4, false)]
    public void Bar_OfABetterCandidate_IsRightOfZero(BetterWhen better, double change, bool right)
    {
        var row = SampleVerdicts.Adopt().Rows[0];
        var bar = VerdictBar.Of(row with
        {
            Criterion = row.Criterion with { Better = better },
            Change = new(change, new(change - 0.1, change + 0.2)),
            LossChange = new(change - 0.15, null),
        }).ShouldNotBeNull();
        (bar.Value > 0).ShouldBe(right);
        bar.Win.Contains(bar.Value).ShouldBeTrue();
        (bar.Loss.Lower is null).ShouldBe(better == BetterWhen.Lower, "no bound above is no bound on the worse side");
    }

    // The margin of the bad loss is one, whatever its unit.
    [Theory]
    [InlineData(0.10, true, 0.20, true, 0.5)] // both relative
    [InlineData(50, false, 100, false, 0.5)] // both amounts
    [InlineData(50, false, 0.25, true, 0.25)] // 50 of 800 is 6.25%, a quarter of 25%
    [InlineData(0.05, true, 20, false, 2.0)] // 5% of 800 is 40, twice 20
    [InlineData(0.10, true, 0, true, 1.0)] // any loss is a bad one: the win's margin is the unit
    public void Bar_Margins_AreInTermsOfTheBadLoss(
        double win, bool winRelative, double badLoss, bool badLossRelative, double winAt)
    {
        var row = SampleVerdicts.Adopt().Rows[0];
        var bar = VerdictBar.Of(row with
        {
            Criterion = row.Criterion with { Win = new(win, winRelative), BadLoss = new(badLoss, badLossRelative) },
            Baseline = row.Baseline.ShouldNotBeNull() with { Value = 800 },
        }).ShouldNotBeNull();
        bar.WinAt.ShouldNotBeNull().ShouldBe(winAt, 1e-12);
        bar.BadLossAt.ShouldBe(badLoss == 0 ? 0 : -1);
    }

    [Fact]
    public void Bar_WithoutADifference_IsNone() =>
        VerdictBar.Of(SampleVerdicts.TooManyFailed().Rows[0]).ShouldBeNull();

    [Fact]
    public void Write_InColour_SaysTheSame()
    {
        var coloured = Written(SampleVerdicts.BadLoss(), 80, colours: ColorSystemSupport.Standard);
        coloured.ShouldContain("\u001b[");
        string.Join('\n', System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", "").Split('\n')
            .Select(line => line.TrimEnd())).ShouldBe(Written(SampleVerdicts.BadLoss(), 80));
    }

    internal static string Written(
        Verdict verdict, int width, bool unicode = true, ColorSystemSupport colours = ColorSystemSupport.NoColors)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours == ColorSystemSupport.NoColors ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = colours,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = unicode;
        TerminalVerdict.Write(console, verdict);
        return string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd()));
    }
}
