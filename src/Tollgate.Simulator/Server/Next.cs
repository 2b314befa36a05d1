namespace Tollgate.Simulator.Server;

/// <summary>What comes after a write.</summary>
internal enum Next : byte
{
    /// <summary>Another step of the same answer, when it is due.</summary>
    More,

    /// <summary>The answer is whole.</summary>
    Done,

    /// <summary>The answer is whole, and the connection ends with it.</summary>
    DoneAndClose,

    /// <summary>The connection is reset.</summary>
    Reset,
}
