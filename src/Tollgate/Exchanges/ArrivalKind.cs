namespace Tollgate.Exchanges;

/// <summary>What kind of model output an arrival carried.</summary>
public enum ArrivalKind : byte
{
    /// <summary>Thinking that the provider streams.</summary>
    Reasoning,

    /// <summary>Visible text.</summary>
    Text,

    /// <summary>The name or the arguments of a tool call.</summary>
    Tool,
}
