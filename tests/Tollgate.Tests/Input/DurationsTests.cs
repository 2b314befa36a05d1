using Tollgate.Input;

namespace Tollgate.Tests.Input;

public class DurationsTests
{
    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("30s", 30)]
    [InlineData("1.5m", 90)]
    [InlineData("2h", 7200)]
    [InlineData("250us", 0.00025)]
    [InlineData("0s", 0)]
    [InlineData("10000h", 36_000_000)]
    public void Durations_TryParse_ReadsANumberAndItsUnit(string text, double seconds)
    {
        Durations.TryParse(text, out var duration).ShouldBeTrue();
        duration.TotalSeconds.ShouldBe(seconds);
        Durations.TryParse(Durations.Format(duration), out var again).ShouldBeTrue();
        again.ShouldBe(duration);
    }

    [Theory]
    [InlineData("30")] // No unit.
    [InlineData("30 s")]
    [InlineData("30 sec")]
    [InlineData("30sec")]
    [InlineData("s")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-5s")]
    [InlineData("1e3s")]
    [InlineData("1,5s")]
    [InlineData("0x10s")]
    [InlineData("10001h")] // Beyond the bound.
    [InlineData("99999999999999999999999999999h")]
    [InlineData("NaNs")]
    public void Durations_TryParse_RefusesAllElse(string? text) => Durations.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(0.0000001, "0.1us")]
    [InlineData(0.8, "800ms")]
    [InlineData(1.5, "1.5s")]
    [InlineData(90, "90s")]
    [InlineData(120, "2m")]
    [InlineData(7200, "2h")]
    public void Durations_Format_IsShort(double seconds, string text) =>
        Durations.Format(TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond))).ShouldBe(text);
}
