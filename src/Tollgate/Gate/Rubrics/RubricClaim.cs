namespace Tollgate.Gate.Rubrics;

/// <summary>What a verdict is about, and so what its sessions are a sample of.</summary>
public enum RubricClaim : byte
{
    /// <summary>
    /// Calls like these: the scripts are a sample. The script is the unit, its variants and repeats are averaged within
    /// it, and more repeats of the same scripts never make up for few scripts.
    /// </summary>
    CallsLikeThese,

    /// <summary>These very scripts: they are fixed, and only the chance between a script's repeats is left.</summary>
    TheseScripts,
}
