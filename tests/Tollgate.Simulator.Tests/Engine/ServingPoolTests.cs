using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Profiles;

namespace Tollgate.Simulator.Tests.Engine;

public class ServingPoolTests
{
    [Fact]
    public void Leave_GivesTheSlotToWhoeverWaitedLongest()
    {
        var pool = new ServingPool(ProfileSet.Default.Models["steady"] with { Capacity = new Capacity(1, 1, 1) }, null, default);
        var (first, second, third) = (new Waiter(), new Waiter(), new Waiter());
        pool.Enter(first).ShouldBeTrue();
        pool.Enter(second).ShouldBeFalse();
        pool.Enter(third).ShouldBeFalse();

        pool.Leave(second); // It gave up its place in the queue, and no slot.
        pool.Active.ShouldBe(1);
        pool.Leave(first);
        second.HasTurn.ShouldBeFalse();
        third.HasTurn.ShouldBeTrue();
        pool.Leave(third);
        pool.Active.ShouldBe(0);
    }

    private sealed class Waiter : ISlotWaiter
    {
        public bool HasTurn { get; private set; }

        public void Granted() => HasTurn = true;
    }
}
