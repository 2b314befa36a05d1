namespace Tollgate.Scores.Claims.World;

/// <summary>What became of a claim when it was held against what was known.</summary>
internal enum ClaimOutcome : byte
{
    /// <summary>The rules cannot tell. Never charged, always counted.</summary>
    Undecided,

    /// <summary>It stands in, or follows from, what was said, told or answered.</summary>
    Grounded,

    /// <summary>It stands nowhere.</summary>
    Invented,

    /// <summary>Something that was told or answered says otherwise.</summary>
    Contradicted,

    /// <summary>An action without a successful call that does it.</summary>
    DoneWithoutCall,
}
