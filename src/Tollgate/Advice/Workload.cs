namespace Tollgate.Advice;

/// <summary>What a target is wanted for.</summary>
internal enum Workload : byte
{
    /// <summary>Someone on the phone waits for the first words.</summary>
    VoiceAgent,

    /// <summary>Someone reads along while the answer appears.</summary>
    Chat,

    /// <summary>Nobody watches: what counts is when it is done, and what it costs.</summary>
    LongJob,
}
