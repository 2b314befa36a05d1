using Tollgate.Exchanges;

namespace Tollgate.Measures.Definitions;

/// <summary>What a measure has its values of.</summary>
internal enum MeasuredOf : byte
{
    /// <summary>One request and its answer.</summary>
    Exchange,

    /// <summary>A request with all its attempts.</summary>
    Task,

    /// <summary>What the agent says and does after one utterance of the caller's.</summary>
    Turn,

    /// <summary>A whole call; where a run is no rehearsal, a task stands for it.</summary>
    Session,
}
