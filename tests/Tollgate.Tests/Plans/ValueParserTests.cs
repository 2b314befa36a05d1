using Tollgate.Plans;

namespace Tollgate.Tests.Plans;

public class ValueParserTests
{
    [Theory]
    [InlineData("5/s", 5)]
    [InlineData("300/m", 5)]
    [InlineData("90/h", 0.025)]
    [InlineData("0.5/s", 0.5)]
    public void Rates_TryParse_ReadsANumberAndItsUnit(string text, double perSecond)
    {
        Rates.TryParse(text, out var rate).ShouldBeTrue();
        rate.PerSecond.ShouldBe(perSecond);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("5/")]
    [InlineData("/s")]
    [InlineData("0/s")]
    [InlineData("-1/s")]
    [InlineData("5/ms")]
    [InlineData("5 /s")]
    [InlineData("2000000/s")]
    [InlineData("")]
    [InlineData(null)]
    public void Rates_TryParse_RefusesAllElse(string? text) => Rates.TryParse(text, out _).ShouldBeFalse();
}
