namespace Tollgate.Simulator;

/// <summary>Something that waits to be served.</summary>
internal interface ISlotWaiter
{
    /// <summary>Its turn has come. Called with the pool's lock held: only note it.</summary>
    void Granted();
}
