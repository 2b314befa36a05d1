namespace Tollgate.Transcripts;

/// <summary>What came of a tool call.</summary>
public enum ToolStatus : byte
{
    /// <summary>It answered; that nothing was found is an answer too.</summary>
    Answered,

    /// <summary>It did not answer in time.</summary>
    TimedOut,

    /// <summary>It said that it failed.</summary>
    Failed,

    /// <summary>The agent has no tool of this name.</summary>
    UnknownTool,

    /// <summary>The arguments are no JSON object, or the tool's schema forbids them.</summary>
    BadArguments,

    /// <summary>A bound on calls was reached; it was not carried out.</summary>
    NotRun,

    /// <summary>The transcript, which was recorded elsewhere, does not hold its answer.</summary>
    NotRecorded,
}
