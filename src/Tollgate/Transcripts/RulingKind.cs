namespace Tollgate.Transcripts;

/// <summary>What may be ruled of a sentence.</summary>
public enum RulingKind : byte
{
    /// <summary>It cannot be told.</summary>
    Undecided,

    /// <summary>It stands in what was told, answered or said, or follows from it.</summary>
    Grounded,

    /// <summary>It stands nowhere.</summary>
    Invented,

    /// <summary>What was told or answered says otherwise.</summary>
    Contradicted,
}
