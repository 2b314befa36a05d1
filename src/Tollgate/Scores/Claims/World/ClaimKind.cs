namespace Tollgate.Scores.Claims.World;

/// <summary>What a claim is about.</summary>
internal enum ClaimKind : byte
{
    Date,
    Time,
    Duration,
    Quantity,
    Amount,
    Name,
    Code,
    Phone,
    Email,

    /// <summary>What has become of something.</summary>
    Status,

    /// <summary>How things are done: hours, rules, advice.</summary>
    Policy,

    /// <summary>Something that the agent says was done, or is being done.</summary>
    Action,

    /// <summary>Something that the agent says cannot be done.</summary>
    Refusal,

    /// <summary>Something that the agent says is not there.</summary>
    Absence,
}
