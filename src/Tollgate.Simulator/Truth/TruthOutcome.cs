namespace Tollgate.Simulator.Truth;

/// <summary>How an answer ended, as the server saw it.</summary>
internal enum TruthOutcome : byte
{
    /// <summary>Everything was handed over, with the stream's own end.</summary>
    Completed = 1,

    /// <summary>An error was sent in place of an answer.</summary>
    Refused,

    /// <summary>An injected fault ended it.</summary>
    Broken,

    /// <summary>The client went away first.</summary>
    Abandoned,
}
