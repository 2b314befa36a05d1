using Tollgate.Simulator.Engine;

namespace Tollgate.Simulator.InProcess;

/// <summary>A place in a pool's queue that can be awaited.</summary>
internal sealed class SlotTicket : ISlotWaiter
{
    // Continuations run in the awaiter's context and not on the pool's threads: a virtual clock owns all that runs.
    private readonly TaskCompletionSource granted = new();

    public Task Turn => granted.Task;

    public void Granted() => granted.TrySetResult();
}
