using Tollgate.Figures;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.Tests.Reports.Verdicts;

public class AmountsTests
{
    [Theory]
    [InlineData(FigureUnit.Milliseconds, 640.2, "640 ms [618, 661]", 618.0, 661.0)]
    [InlineData(FigureUnit.Seconds, 12.34, "12.3 s [12.0, 12.6]", 12.0, 12.6)]
    [InlineData(FigureUnit.Share, 0.9621, "96.2% [95.0, 97.3]", 0.95, 0.973)]
    [InlineData(FigureUnit.Share, 0.0, "0.0% [0.0, 5.0]", 0.0, 0.0495)] // 0 of 59
    [InlineData(FigureUnit.TokensPerSecond, 71.24, "71.2 tokens/s [70.0, 72.5]", 70.0, 72.5)]
    [InlineData(FigureUnit.Tokens, 1804.4, "1,804 tokens [1,790, 1,820]", 1790.0, 1820.0)]
    [InlineData(FigureUnit.Money, 0.0183, "0.0183 USD [0.0177, 0.0189]", 0.0177, 0.0189)]
    [InlineData(FigureUnit.Money, 0.000205, "0.000205 USD [0.000190, –]", 0.00019, null)] // a short call; no bound above
    [InlineData(FigureUnit.Money, 12.5, "12.50 USD [11.00, 14.00]", 11.0, 14.0)]
    [InlineData(FigureUnit.Plain, 4.2, "4.20 [too few]", null, null)]
    [InlineData(FigureUnit.Milliseconds, null, "above 2.14 s", 2140.0, null)] // too many failed for a p95
    [InlineData(FigureUnit.TokensPerSecond, null, "below 12.0 tokens/s", null, 12.0)]
    [InlineData(FigureUnit.Money, null, "–", null, null)]
    public void Value_OfAUnit_IsAsPeopleReadIt(
        FigureUnit unit, double? value, string expected, double? lower, double? upper) =>
        Amounts.Value(unit, value, new Interval(lower, upper), "USD").ShouldBe(expected);

    [Theory]
    [InlineData(FigureUnit.Milliseconds, -172, "−172 ms [−197, −146]", -197.0, -146.0)]
    [InlineData(FigureUnit.Seconds, 0.2, "+200 ms [−100, +500]", -0.1, 0.5)]
    [InlineData(FigureUnit.Share, 0.026, "+2.6 points [+1.4, +3.8]", 0.014, 0.038)]
    [InlineData(FigureUnit.Money, -0.0063, "−0.0063 USD [−0.0069, −0.0057]", -0.0069, -0.0057)]
    [InlineData(FigureUnit.Plain, 0, "0.00 [−0.30, +0.30]", -0.3, 0.3)]
    [InlineData(FigureUnit.Tokens, 12, "+12 tokens [–, +20]", null, 20.0)]
    public void Difference_OfAUnit_HasItsSign(
        FigureUnit unit, double value, string expected, double? lower, double? upper) =>
        Amounts.Difference(unit, new Estimate(value, new Interval(lower, upper)), "USD").ShouldBe(expected);

    [Theory]
    [InlineData(FigureUnit.Milliseconds, 0.1, true, "10%")]
    [InlineData(FigureUnit.Share, 0.07, false, "7 points")] // 0.07 * 100 is 7.000000000000001
    [InlineData(FigureUnit.Share, 0.01, false, "1 point")]
    [InlineData(FigureUnit.Share, 0.1, true, "10%")] // of the baseline's share, not points
    [InlineData(FigureUnit.Milliseconds, 50, false, "50 ms")]
    [InlineData(FigureUnit.Seconds, 1.5, false, "1.5 s")]
    [InlineData(FigureUnit.Money, 0.002, false, "0.002 USD")]
    [InlineData(FigureUnit.Plain, 0, false, "0")]
    public void Margin_OfAUnit_IsAsItWasWritten(FigureUnit unit, double amount, bool relative, string expected) =>
        AmountText.Of(new Margin(amount, relative), unit, "USD").ShouldBe(expected);

    [Fact]
    public void Change_OfManyTimes_HasNoDecimals() =>
        Amounts.Change(new Estimate(12.5, new Interval(10, null))).ShouldBe("+1,250% [+1,000, –]");
}
