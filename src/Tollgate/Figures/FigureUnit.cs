namespace Tollgate.Figures;

/// <summary>What a figure is counted in.</summary>
public enum FigureUnit : byte
{
    Milliseconds,

    Seconds,

    /// <summary>0 to 1; shown as percent, its differences as percentage points.</summary>
    Share,

    TokensPerSecond,

    Tokens,

    /// <summary>Money, in the currency of the runs' prices.</summary>
    Money,

    /// <summary>Anything counted, without a unit.</summary>
    Plain,
}
