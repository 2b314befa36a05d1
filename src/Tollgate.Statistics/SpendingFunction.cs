namespace Tollgate.Statistics;

/// <summary>How the error of a group-sequential design is spent as information comes in.</summary>
public enum SpendingFunction : byte
{
    /// <summary>2 - 2 Phi(z(1 - a/2) / sqrt(t)): near that of O'Brien and Fleming, almost nothing at first.</summary>
    ObrienFleming,

    /// <summary>a ln(1 + (e - 1) t): near that of Pocock, about the same at each look.</summary>
    Pocock,
}
