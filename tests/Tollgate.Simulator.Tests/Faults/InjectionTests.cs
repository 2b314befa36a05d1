using Tollgate.Simulator.Faults;

namespace Tollgate.Simulator.Tests.Faults;

public class InjectionTests
{
    [Theory]
    [InlineData("")]
    [InlineData("stall=2000ms, reset-mid-stream, status=529, tokens-per-event=4, role-first=false, reasoning=50, region=emea")]
    [InlineData("reset-before-headers, malformed-event, no-end-marker, retry-after=1500ms, html, gzip, huge-event, provider-error, never, trickle")]
    public void Parse_IsTheOppositeOfToString(string list) =>
        Injection.None.Parse(list, out _).ShouldNotBeNull().ToString().ShouldBe(list);

    [Fact]
    public void Parse_UnderstandsSecondsAndSpaces() =>
        Injection.None.Parse(" stall = 2s ,trickle", out _).ShouldBe(
            new Injection { Stall = TimeSpan.FromSeconds(2), Trickle = true });

    [Theory]
    [InlineData("stal=2s", "found the fault `stal=2s`, expected one of stall=2s, ")]
    [InlineData("stall", "found the fault `stall`, expected `stall=2s` or `stall=500ms`.")]
    [InlineData("stall=2", "found the fault `stall=2`, expected `stall=2s` or `stall=500ms`.")]
    [InlineData("status=200", "found the fault `status=200`, expected `status=` and a number from 400 to 599.")]
    [InlineData("tokens-per-event=0", "found the fault `tokens-per-event=0`, expected ")]
    [InlineData("trickle=1", "found the fault `trickle=1`, expected one of ")]
    public void Parse_AWrongItem_IsNamedWithWhatWasExpected(string list, string error)
    {
        Injection.None.Parse(list, out var found).ShouldBeNull();
        found.ShouldNotBeNull().ShouldStartWith(error);
    }
}
