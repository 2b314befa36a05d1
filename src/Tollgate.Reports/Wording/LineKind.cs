using Tollgate.Callers;
using Tollgate.Exchanges;

namespace Tollgate.Reports.Wording;

/// <summary>What a line of a transcript is.</summary>
internal enum LineKind : byte
{
    Caller,
    Agent,
    Tool,
    Handoff,
    Failure,

    /// <summary>The times of a turn.</summary>
    Timing,

    /// <summary>Something that is wrong with the session as a whole, or with what was not done.</summary>
    Finding,
}
