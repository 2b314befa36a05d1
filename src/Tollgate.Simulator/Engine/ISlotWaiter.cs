namespace Tollgate.Simulator.Engine;

/// <summary>Something that waits to be served.</summary>
internal interface ISlotWaiter
{
    /// <summary>Its turn has come: the slot is its own.</summary>
    void Granted();
}
