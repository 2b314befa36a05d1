namespace Tollgate.Scores.Claims.Checks;

/// <summary>How an action is claimed.</summary>
internal enum ActionVoice : byte
{
    /// <summary>"I've sent it": the agent did it.</summary>
    Active,

    /// <summary>"It's been sent", "you're booked": it is done, by whomever.</summary>
    Passive,

    /// <summary>"I'm putting you through": it is being done.</summary>
    Now,

    /// <summary>"Somebody will call you": it is set going.</summary>
    Promise,
}

