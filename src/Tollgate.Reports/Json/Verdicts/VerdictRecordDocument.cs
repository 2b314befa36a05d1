using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;

namespace Tollgate.Reports.Json.Verdicts;

/// <summary>Where a verdict stands in the ledger, in its JSON document.</summary>
internal sealed record VerdictRecordDocument
{
    /// <summary>The ledger's file, as the user named it.</summary>
    public required string Ledger { get; init; }

    /// <summary>When the rubric was published, in UTC, by the clock of the machine that published it.</summary>
    public required string PublishedAt { get; init; }

    /// <summary>The entry that published the rubric: its number and hash.</summary>
    public required string Publication { get; init; }

    /// <summary>The number of the verdict's own entry.</summary>
    public required long Entry { get; init; }

    /// <summary>When the verdict was appended, in UTC, by the clock of the machine that judged.</summary>
    public required string At { get; init; }

    /// <summary>
    /// The ledger's head after the verdict, as <c>tollgate ledger verify --head</c> takes it: a ledger that lacks it
    /// was cut or written anew.
    /// </summary>
    public required string Head { get; init; }

    /// <summary>The short name of the key that signed the verdict; null where it is not signed.</summary>
    public string? Key { get; init; }

    /// <summary>Registered runs under this rubric that no verdict names.</summary>
    public int RunsNeverJudged { get; init; }

    /// <summary>Earlier verdicts on any of these runs by other rubrics.</summary>
    public int VerdictsByOtherRubrics { get; init; }

    /// <summary>Earlier verdicts on any of these runs with baseline and candidate exchanged.</summary>
    public int VerdictsExchanged { get; init; }

    /// <summary>What the team's own numbers were, for each number, side and run.</summary>
    public required IReadOnlyList<VerdictNumberDocument> Numbers { get; init; }

    internal static VerdictRecordDocument? Of(VerdictRecord? record) => record is null ? null : new()
    {
        Ledger = record.Ledger,
        PublishedAt = Instant(record.PublishedAt),
        Publication = record.Publication.ToString(),
        Entry = record.Entry.Seq,
        At = Instant(record.At),
        Head = record.Entry.ToString(),
        Key = record.Key,
        RunsNeverJudged = record.NeverJudged,
        VerdictsByOtherRubrics = record.ByOtherRubrics,
        VerdictsExchanged = record.Exchanged,
        Numbers =
        [
            .. record.Numbers.Select(static number => new VerdictNumberDocument(
                number.Number, number.Target, number.Run, number.File, number.Digest)),
        ],
    };

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString(LedgerLine.TimeFormat, CultureInfo.InvariantCulture);
}
