namespace Tollgate.Simulator.Server;

/// <summary>Something that has an instant at which it is due, and so a place in a <see cref="DueHeap"/>.</summary>
internal interface IDue
{
    /// <summary>The place; -1 for none. The heap's own to change.</summary>
    int HeapIndex { get; set; }
}
