using Tollgate.Gate.Judging;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;

namespace Tollgate.Gate.Ledgers;

/// <summary>
/// The append-only record of published rubrics and verdicts, verified from its first byte to its last. Each entry holds
/// the hash of the one before, so that nothing in it can be changed without changing all that follows. Immutable.
/// </summary>
public sealed class Ledger
{
    private const int DigitsOfHash = 64;

    private Ledger(IReadOnlyList<LedgerEntry> entries, int length, int tornBytes)
    {
        Entries = entries;
        Length = length;
        TornBytes = tornBytes;
    }

    /// <summary>The hash that the first entry has for the one before it.</summary>
    public static string NoHash { get; } = new('0', DigitsOfHash);

    /// <summary>In the order in which they were appended.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>Bytes of whole entries: where the next is put.</summary>
    public int Length { get; }

    /// <summary>
    /// Bytes behind them, of an entry that a process began to write and did not end; 0 where there are none. They count
    /// for nothing, and the next append cuts them off.
    /// </summary>
    public int TornBytes { get; }

    /// <summary>The last entry's number and hash: they stand for the whole ledger.</summary>
    public LedgerHead Head => Entries.Count == 0 ? new LedgerHead(0, NoHash) : Entries[^1].Head;

    /// <summary>
    /// The first entry that is dated before the one in front of it, with that one; null where the times never go back.
    /// One of the two clocks was wrong. The order of the entries does not depend on clocks.
    /// </summary>
    public (LedgerEntry Before, LedgerEntry Entry)? ClockStep => Entries.Zip(Entries.Skip(1))
        .Where(static pair => pair.Second.At < pair.First.At)
        .Select(static pair => ((LedgerEntry, LedgerEntry)?)pair).FirstOrDefault();

    /// <summary>Verifies a ledger; no bytes are a ledger without entries.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static LedgerResult Read(ReadOnlySpan<byte> bytes, string file)
    {
        var entries = new List<LedgerEntry>();
        var length = 0;
        while (bytes[length..].IndexOf((byte)'\n') is >= 0 and var end)
        {
            var (entry, wrong) = LedgerLineReader.Read(bytes.Slice(length, end));
            wrong ??= Misplaced(entry!, entries); // Without a sentence there is an entry.
            if (wrong is not null)
            {
                return Broken(file, entries.Count + 1, wrong);
            }

            entries.Add(entry!);
            length += end + 1;
        }

        var tail = bytes[length..];
        var ledger = new Ledger(entries, length, tail.Length);
        return tail.IsEmpty || TornLine.IsStart(tail, entries.Count + 1, ledger.Head.Hash)
            ? new LedgerResult(ledger, null)
            : Broken(file, entries.Count + 1, "found a last line without an end that is no start of an entry");
    }

    /// <summary>The first entry that published a rubric to the letter; null where none did.</summary>
    public LedgerEntry? Publication(Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        return Entries.FirstOrDefault(entry => entry.Rubric?.Is(rubric) == true);
    }

    /// <summary>The first entry that published a rule, whatever its comments; null where none did.</summary>
    /// <param name="digest">The rubric's digest.</param>
    public LedgerEntry? Publication(string digest) => Entries.FirstOrDefault(entry => entry.Rubric?.Digest == digest);

    /// <summary>
    /// A rubric with the errors of scores that were in force when its file was last published to the letter: a later
    /// release, with other measurements, judges by those of the publication, and by none where that has none. As it is
    /// where the file was never published.
    /// </summary>
    public Rubric AsPublished(Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        return Entries.Reverse()
            .Select(static entry => entry.Rubric).OfType<LedgerRubric>()
            .Where(one => one.Name == rubric.Name && one.TextDigest == rubric.TextDigest)
            .Select(one => PublishedErrors.Bind(rubric, one.Canonical) is var bound && one.Is(bound) ? bound : null)
            .FirstOrDefault(static bound => bound is not null) ?? rubric;
    }

    /// <summary>The last rubric that was published under a name; null where none was.</summary>
    public LedgerEntry? LastNamed(string name) => Entries.LastOrDefault(entry => entry.Rubric?.Name == name);

    /// <summary>The rubric of a name that was in force for an entry: the last in front of it; null for none.</summary>
    public LedgerEntry? InForce(string name, long before) =>
        Entries.LastOrDefault(entry => entry.Seq < before && entry.Rubric?.Name == name);

    /// <summary>
    /// The rubric of a name that was in force at a time, by <see cref="EffectiveTime"/>; null for none.
    /// </summary>
    public LedgerEntry? InForce(string name, DateTimeOffset at, DateTimeOffset now) =>
        Entries.LastOrDefault(entry => entry.Rubric?.Name == name && EffectiveTime(entry, now) <= at);

    /// <summary>What publishing a rubric appends.</summary>
    /// <param name="rubric">The rubric.</param>
    /// <param name="at">The time by the clock, whatever the last entry's is.</param>
    /// <param name="key">Signs the entry; null for no signature.</param>
    public (byte[] Line, LedgerEntry Entry) Next(LedgerRubric rubric, DateTimeOffset at, SigningKey? key) =>
        Next(new LedgerEntry { Rubric = rubric, Seq = 0, At = at, Previous = "", Hash = "" }, key);

    /// <summary>What a verdict appends.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="at">The time by the clock, whatever the last entry's is.</param>
    /// <param name="key">Signs the entry; null for no signature.</param>
    public (byte[] Line, LedgerEntry Entry) Next(LedgerVerdict verdict, DateTimeOffset at, SigningKey? key) =>
        Next(new LedgerEntry { Verdict = verdict, Seq = 0, At = at, Previous = "", Hash = "" }, key);

    /// <summary>What registering a run appends.</summary>
    /// <param name="run">The run.</param>
    /// <param name="at">The time by the clock, whatever the last entry's is.</param>
    /// <param name="key">Signs the entry; null for no signature.</param>
    public (byte[] Line, LedgerEntry Entry) Next(LedgerRun run, DateTimeOffset at, SigningKey? key) =>
        Next(new LedgerEntry { Run = run, Seq = 0, At = at, Previous = "", Hash = "" }, key);

    /// <summary>
    /// Why the ledger is not the one that had this head, or not all of it; null where it holds the entry, behind
    /// which others may have been appended.
    /// </summary>
    /// <param name="head">A head that the ledger had at some time.</param>
    /// <param name="source">Where that is known from, for the sentence.</param>
    public string? CutOff(LedgerHead head, string source) =>
        head.Seq > Entries.Count
            ? $"entries were cut off: it ends at entry {Entries.Count}, and {source} names entry {head.Seq}"
            : head.Seq > 0 && Entries[(int)head.Seq - 1].Hash != head.Hash
                ? $"entries were cut off or replaced: entry {head.Seq} has another hash than {source} names"
                : null;

    /// <summary>
    /// The earliest time at which an entry can have been appended, for runs that are held against it by clocks: the
    /// latest time among the entries up to it that is not after now.
    /// </summary>
    /// <remarks>
    /// An entry came after every entry in front of it, so a clock that is set back cannot date it before any of those:
    /// backdating reaches no further than the last entry that an honest clock dated. Times after now are left out,
    /// since they are of a clock that was wrong. Who writes the whole ledger anew, with one wrong clock, is not caught.
    /// </remarks>
    /// <param name="entry">An entry of this ledger.</param>
    /// <param name="now">The time by the clock.</param>
    public DateTimeOffset EffectiveTime(LedgerEntry entry, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Entries.Take((int)entry.Seq).Select(static one => one.At).Where(at => at <= now)
            .DefaultIfEmpty(entry.At).Max();
    }

    private static DateTimeOffset ToMilliseconds(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    private static LedgerResult Broken(string file, int line, string why) =>
        new(null, new InputError(file, line, null, "the ledger is broken: " + why));

    private static string? Misplaced(LedgerEntry entry, List<LedgerEntry> before)
    {
        var head = before.Count == 0 ? NoHash : before[^1].Hash;
        return entry.Seq != before.Count + 1 ? $"found entry {entry.Seq}; expected entry {before.Count + 1}"
            : entry.Previous != head ? "the entry does not follow the one before it; expected that one's hash in `previous`"
            : null;
    }

    private (byte[] Line, LedgerEntry Entry) Next(LedgerEntry entry, SigningKey? key) => LedgerLine.Write(
        entry with { Seq = Entries.Count + 1, At = ToMilliseconds(entry.At), Previous = Head.Hash }, key);
}
