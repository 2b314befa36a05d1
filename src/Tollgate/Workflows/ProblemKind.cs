namespace Tollgate.Workflows;

/// <summary>The ways in which a workflow comes to no result.</summary>
public enum ProblemKind
{
    /// <summary>What was asked for cannot be done, or a file cannot be read or written.</summary>
    BadInput,

    /// <summary>A run is not valid or may not be judged, or a ledger is broken.</summary>
    NotValid,

    /// <summary>Somebody stopped it before there was a result.</summary>
    Stopped,
}
