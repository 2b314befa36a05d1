namespace Tollgate.Gate.Ledgers;

/// <summary>A run as a ledger holds it: appended before anything is sent.</summary>
public sealed record LedgerRun
{
    /// <summary>The digest of the rubric that is to judge it.</summary>
    public required string RubricDigest { get; init; }

    /// <summary>The number of the entry that published that rubric.</summary>
    public required long Publication { get; init; }

    /// <summary><c>rehearse</c>, <c>measure</c> or <c>try</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The suite's name; null where the run plays none.</summary>
    public string? Suite { get; init; }

    /// <summary>SHA-256 of the suite's file; null where there is no suite.</summary>
    public string? SuiteDigest { get; init; }

    /// <summary>The targets' names.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Every random draw comes from it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>1 for the first look's evidence; the same on both sides of a pair.</summary>
    public required int Part { get; init; }

    /// <summary>How many sessions or requests of each target are planned; null where a time ends the run.</summary>
    public long? Sessions { get; init; }
}
