namespace Tollgate.Simulator.Oracles;

/// <summary>What a simulated model can do wrong on purpose.</summary>
public enum FaultKind : byte
{
    /// <summary>Another of the agent's tools in place of the right one.</summary>
    WrongTool,

    /// <summary>An argument is left out.</summary>
    MissingArgument,

    /// <summary>An argument that nobody asked for.</summary>
    UnexpectedArgument,

    /// <summary>An argument of another JSON type.</summary>
    WrongType,

    /// <summary>A plausible near miss: a digit off, Smyth for Smith, pm for am, day and month swapped.</summary>
    WrongValue,

    /// <summary>A call that nothing asks for.</summary>
    ExtraCall,

    /// <summary>The same call once more.</summary>
    DuplicateCall,

    /// <summary>A call is left out.</summary>
    DroppedCall,

    /// <summary>A call of a tool that does not exist.</summary>
    InventedTool,

    /// <summary>Arguments that are no JSON.</summary>
    BrokenJson,

    /// <summary>A date of something that is not there.</summary>
    FabricatedDate,

    /// <summary>A time of something that is not there.</summary>
    FabricatedTime,

    /// <summary>An amount for something that is not there.</summary>
    FabricatedAmount,

    /// <summary>A name that stands nowhere.</summary>
    FabricatedName,

    /// <summary>That something has become of what is not there.</summary>
    FabricatedStatus,

    /// <summary>A code that stands nowhere.</summary>
    FabricatedCode,

    /// <summary>A telephone number that stands nowhere.</summary>
    FabricatedPhone,

    /// <summary>An e-mail address that stands nowhere.</summary>
    FabricatedEmail,

    /// <summary>"You are not on file" after a tool that gave no answer.</summary>
    FalseNotFound,

    /// <summary>The call is not handed over.</summary>
    ForgottenHandoff,

    /// <summary>The call is handed over to another agent.</summary>
    WrongHandoff,
}
