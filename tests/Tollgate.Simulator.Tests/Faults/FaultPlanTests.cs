using Tollgate.Simulator.Faults;
using Tollgate.Statistics;

namespace Tollgate.Simulator.Tests.Faults;

public class FaultPlanTests
{
    [Fact]
    public void Draw_BefallsTheStatedShares()
    {
        var faults = FaultPlan.None.Add("10% status=503", out _)?.Add("5.5% stall=1s", out _)?.Add("trickle", out _);
        var root = new RandomStream(3);
        var draws = Enumerable.Range(0, 100_000).Select(i => faults.ShouldNotBeNull().Draw(root.Fork((ulong)i))).ToArray();
        (draws.Count(d => d.Status == 503) / 100_000.0).ShouldBe(0.10, 0.005);
        (draws.Count(d => d.Stall is not null) / 100_000.0).ShouldBe(0.055, 0.005);
        draws.Where(d => d.Status is null && d.Stall is null).ShouldAllBe(d => d.Trickle);
    }

    [Theory]
    [InlineData("101% html", "found `101%`, expected a percentage from 0% to 100%.")]
    [InlineData("x% html", "found `x%`, expected a percentage from 0% to 100%.")]
    [InlineData("10% nonsense", "found the fault `nonsense`, expected ")]
    [InlineData("nonsense", "found the fault `nonsense`, expected ")]
    public void Add_AWrongSetting_SaysWhatWasExpected(string setting, string error)
    {
        FaultPlan.None.Add(setting, out var found).ShouldBeNull();
        found.ShouldNotBeNull().ShouldStartWith(error);
    }

    [Fact]
    public void Add_BeyondAHundredPercent_IsRefused() =>
        FaultPlan.None.Add("60% html", out _)!.Add("50% gzip", out var error).ShouldBeNull(error);
}
