using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Ledgers;

/// <summary>An entry of a ledger, which was verified. It holds a rubric, a run or a verdict.</summary>
public sealed record LedgerEntry
{
    /// <summary>1 for the first.</summary>
    public required long Seq { get; init; }

    /// <summary>When it was appended, to the millisecond, by the clock of the machine that did. UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The rubric that was published; null in other entries.</summary>
    public LedgerRubric? Rubric { get; init; }

    /// <summary>Its number and hash.</summary>
    public LedgerHead Head => new(Seq, Hash);

    /// <summary>The verdict that was given; null in other entries.</summary>
    public LedgerVerdict? Verdict { get; init; }

    /// <summary>The run that was registered; null in other entries.</summary>
    public LedgerRun? Run { get; init; }

    /// <summary>The hash of the entry before; 64 zeros in the first.</summary>
    public required string Previous { get; init; }

    /// <summary>
    /// Whose signature it has: the public key (SPKI) in base64; null where it is not signed.
    /// </summary>
    public string? PublicKey { get; init; }

    /// <summary>SHA-256 of all that stands before it in its line, in lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }
}
