using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Rubrics;
using Tollgate.Runs;

namespace Tollgate.Workflows.Ledgers;

/// <summary>What the ledger says of the runs that a verdict is to rest on.</summary>
internal sealed class JudgedRuns
{
    private readonly Ledger ledger;
    private readonly Rubric rubric;
    private readonly string ledgerFile;
    private readonly List<(RunFile Run, RunStanding Standing)> runs;
    private readonly Dictionary<string, long> registered = new(StringComparer.Ordinal);

    private JudgedRuns(
        Ledger ledger, Rubric rubric, string ledgerFile, List<(RunFile Run, RunStanding Standing)> runs)
    {
        this.ledger = ledger;
        this.rubric = rubric;
        this.ledgerFile = ledgerFile;
        this.runs = runs;
        foreach (var (run, standing) in runs)
        {
            if (standing.Entry is { } entry && run.CheckSeal().Hex is { } seal)
            {
                registered[seal] = entry;
            }
        }
    }

    /// <summary>Why the rubric may not judge them, a sentence each; empty where it may.</summary>
    public IReadOnlyList<string> Refusals =>
    [
        .. runs.Select(static one => one.Standing.Refusal).OfType<string>().Distinct(),
        .. registered.GroupBy(static run => run.Value).Where(static group => group.Count() > 1)
            .Select(group => $"{ledgerFile}: entry {group.Key} registered one run, and {group.Count()} different run files name it; expected the run that it registered."),
        .. Impostors(),
    ];

    public static JudgedRuns Of(
        Ledger ledger, Rubric rubric, IEnumerable<RunFile> runs, DateTimeOffset now, string ledgerFile) =>
        new(ledger, rubric, ledgerFile, [.. runs.DistinctBy(static run => run.Path)
            .Select(run => (run, RunStanding.Of(ledger, rubric, run, now, ledgerFile)))]);

    /// <summary>What to bear in mind before anything else: whole sentences.</summary>
    public IEnumerable<string> Warnings(SideEvidence baseline, SideEvidence candidate) => new[]
    {
        PublicationChecks.Unregistered([.. runs.Select(static one => one.Run)]),
        PublicationChecks.NeverJudged(NeverJudged(ledger), rubric, baseline, candidate),
        runs[0].Standing.Publication is { } publication
            ? PublicationChecks.Abandoned(RegisteredRuns.Abandoned(ledger, rubric, publication.Seq), rubric)
            : null,
    }.OfType<string>();

    /// <summary>What the ledger knew before the verdict was appended; <see cref="Recorded"/> has the rest.</summary>
    public VerdictRecord Record(LookHistory series, SideEvidence baseline, SideEvidence candidate)
    {
        var publication = runs[0].Standing.Publication!; // Without one the run was refused.
        return new VerdictRecord
        {
            Ledger = ledgerFile,
            Publication = publication.Head,
            PublishedAt = publication.At,
            Entry = default,
            At = default,
            Registered = registered,
            Numbers =
            [
                .. baseline.Numbers.Concat(candidate.Numbers)
                    .Where(number => rubric.FigureNames.Contains(number.Number)),
            ],
            NeverJudged = NeverJudged(ledger).Count,
            ByOtherRubrics = series.ByOtherRubrics.Count,
            Exchanged = series.Exchanged.Count,
        };
    }

    /// <summary>What the ledger keeps of a verdict.</summary>
    public LedgerVerdict Entry(Verdict verdict) => LedgerVerdict.Of(verdict) with
    {
        Registered = [.. registered.OrderBy(static run => run.Value).Select(static run => (run.Key, run.Value))],
        Numbers = [.. verdict.Record!.Numbers.Select(static number => // It was given one when it was judged.
            new LedgerNumber(number.Number, number.Target, number.Seal, number.Digest))],
    };

    /// <summary>Whether a ledger that grew meanwhile says the same of the runs.</summary>
    public bool IsAsItWas(Ledger now, LookHistory series, SideEvidence baseline, SideEvidence candidate) =>
        LookHistory.Of(now, rubric, baseline, candidate).IsAs(series)
        && NeverJudged(now).Count == NeverJudged(ledger).Count;

    /// <summary>The verdict with its own entry.</summary>
    public static Verdict Recorded(Verdict verdict, LedgerEntry entry) => verdict with
    {
        Record = verdict.Record! with // It was given one when it was judged.
        {
            Entry = entry.Head,
            At = entry.At,
            Key = entry.PublicKey is { } key ? SigningKey.NameOf(key) : null,
        },
    };

    // An entry registers one run: a second file that names it was made by somebody else than the run.
    private IEnumerable<string> Impostors() =>
        from entry in ledger.Entries
        from before in entry.Verdict?.Registered ?? []
        from now in registered
        where before.Entry == now.Value && before.Seal != now.Key
        select $"{ledgerFile}: entry {entry.Seq} judged another run file that was registered as entry {now.Value}; expected the run that it registered.";

    private IReadOnlyList<LedgerEntry> NeverJudged(Ledger of) =>
        RegisteredRuns.NeverJudged(of, rubric, registered.Values);
}
