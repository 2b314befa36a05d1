using Tollgate.Extensions.AI;
using Tollgate.Time;
using Tollgate.Workflows.Rehearsing;

namespace LibraryDesk.Tests;

/// <summary>Rehearses the library's telephone, as a test of an agent does.</summary>
public class LibraryDeskTests
{
    private readonly SuiteFile suite = SuiteFile.Load(Path.Combine(AppContext.BaseDirectory, "library.yaml"));

    [Fact]
    public async Task Desk_EveryCaller_GetsWhatHeCalledFor()
    {
        // Virtual time: the agent answers in process, so calls of minutes take milliseconds and are always the same.
        var time = new VirtualTime();
        using var agent = new DeskAgent(time);

        var calls = await agent.RehearseAsync(
            suite, new RehearsalOptions { Time = time, Repetitions = 3 },
            TestContext.Current.CancellationToken);

        Assert.True(calls.Valid);
        Assert.Empty(calls.Findings);
        Assert.Equal(9, calls.Sessions.Count);
        Assert.Equal(1, calls.Score("goals"));
        Assert.Equal(1, calls.Score("records"));
        Assert.Equal(0, calls.Score("fabrications"));
        Assert.InRange(calls.Score("turns"), 1, 8);
    }

    [Fact]
    public async Task Desk_CallersWhoAreDrawn_GetWhatTheyCalledFor()
    {
        var time = new VirtualTime();
        using var agent = new DeskAgent(time);

        var calls = await agent.RehearseAsync(
            suite, new RehearsalOptions { Time = time, Calls = 40, Seed = 7 },
            TestContext.Current.CancellationToken);

        // These callers are sometimes misheard, change their minds or hang up: few calls may go wrong.
        Assert.Equal(40, calls.Sessions.Count);
        Assert.True(calls.Score("goals") > 0.85);
        Assert.Equal(0, calls.Score("fabrications"));
    }

    [Fact]
    public async Task Desk_AnAgentThatLooksNothingUp_IsFoundOut()
    {
        var time = new VirtualTime();
        using var agent = new HastyAgent(time);

        var calls = await agent.RehearseAsync(suite, new RehearsalOptions { Time = time }, TestContext.Current.CancellationToken);

        Assert.True(calls.Score("goals") < 1);
        Assert.True(calls.Score("fabrications") > 0);
        Assert.Contains(calls.Findings, finding => finding.Contains("March 27", StringComparison.OrdinalIgnoreCase));
    }
}
