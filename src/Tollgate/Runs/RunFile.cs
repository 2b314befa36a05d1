using Microsoft.Data.Sqlite;
using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;
using Tollgate.Runs.Storage;
using Tollgate.Transcripts;

namespace Tollgate.Runs;

/// <summary>
/// A run that was recorded: everything that a report needs. It may be read while it is being written; what is read
/// then is the file as it was when the reading began. Not thread-safe.
/// </summary>
internal sealed class RunFile : IDisposable
{
    private readonly RunFileBytes bytes;
    private readonly SqliteConnection connection;

    internal RunFile(
        RunFileBytes bytes, SqliteConnection connection, RunInfo info, RunEnd? end,
        IReadOnlyList<TargetTotals> totals, long lost, string? missing)
    {
        this.bytes = bytes;
        Path = bytes.Path;
        this.connection = connection;
        Info = info;
        End = end;
        Totals = totals;
        Lost = lost;
        Missing = missing;
    }

    public string Path { get; }

    /// <summary>The run's name: the file's, without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public RunInfo Info { get; }

    /// <summary>What the run was told to do.</summary>
    /// <exception cref="RunFileException">The file has it in no form that can be read.</exception>
    public RunConfiguration Configuration => Info.Configuration
        ?? throw bytes.Damaged("its plan cannot be read");

    public RunState State => End is null ? RunState.Interrupted : RunState.Complete;

    /// <summary>What the run came to; null where it was cut off.</summary>
    public RunEnd? End { get; }

    /// <summary>
    /// The counts of each target when the file was opened, in the targets' order, warm-up among them.
    /// </summary>
    public IReadOnlyList<TargetTotals> Totals { get; }

    /// <summary>The exchanges that ended and were lost on the way to the file.</summary>
    public long Lost { get; }

    /// <summary>
    /// What the file lacks, as one sentence: it was cut off and its log is not next to it. Null where it has
    /// everything.
    /// </summary>
    public string? Missing { get; }

    /// <summary>
    /// Whether it is as it was closed. The first call reads all of the file; from then on reading fails where the bytes
    /// are not those of the seal, and the call fails where bytes that were read before are not.
    /// </summary>
    /// <exception cref="RunFileException">The file cannot be read.</exception>
    public RunSeal CheckSeal() => bytes.CheckSeal();

    /// <summary>Opens a run file; what is wrong with it comes back as a sentence.</summary>
    public static RunFileResult Open(string path) => RunFileOpener.Open(path);

    /// <summary>
    /// The exchanges in order of their ids, read as they are asked for. Each enumeration reads the file anew; one at
    /// a time.
    /// </summary>
    /// <param name="target">Only this target's; null for all. A name that the run does not have gives none.</param>
    /// <param name="withReplies">Read what was said as well, where it was kept.</param>
    /// <exception cref="RunFileException">The file is damaged; thrown where the damage is met.</exception>
    public IEnumerable<Exchange> Exchanges(string? target = null, bool withReplies = false)
    {
        var index = target is null ? (int?)null : Info.Targets.ToList().FindIndex(one => one.Name == target);
        return bytes.Version < RunSchema.Version
            ? new ColumnReader(Info.Targets, bytes).Read(connection, index, withReplies)
            : new ExchangeReader(Info.Targets, bytes).Read(connection, index, withReplies);
    }

    /// <summary>
    /// The sessions of a rehearsal, in the order of targets and numbers, read as they are asked for; none where the run
    /// is no rehearsal.
    /// </summary>
    /// <exception cref="RunFileException">The file is damaged; thrown where the damage is met.</exception>
    public IEnumerable<SessionRecord> Sessions() => SessionRows.Read(connection, bytes);

    /// <summary>
    /// What the run held with a target, by number: of a rehearsal its sessions as reports print them, else its tasks,
    /// warm-up apart. Cheaper than reading what came of them.
    /// </summary>
    /// <exception cref="RunFileException">The file is damaged.</exception>
    internal SortedDictionary<long, string> Held(string target)
    {
        try
        {
            var held = new SortedDictionary<long, string>();
            using var rows = new SqliteStatement(connection, Info.Suite is null
                ? "SELECT DISTINCT e.task, '', 0 FROM exchanges e JOIN targets t ON t.id = e.target WHERE t.name = ? AND e.warmup = 0"
                : "SELECT s.session, s.name, s.repetition FROM sessions s JOIN targets t ON t.id = s.target WHERE t.name = ?");
            rows.Bind(0, target);
            while (rows.Step())
            {
                var number = rows.Int64(0);
                held[number] = Info.Suite is null
                    ? $"task {number}"
                    : SessionLabel.Of(rows.Text(1), (int)rows.Int64(2));
            }

            return held;
        }
        catch (SqliteException error)
        {
            throw bytes.Damaged(error);
        }
    }

    /// <summary>
    /// The run files of a folder, the youngest first; those that cannot be read come last and say why.
    /// </summary>
    public static IReadOnlyList<RunListing> List(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateFiles(folder, "*" + RunSchema.Extension)
                .Select(ListOne)
                .OrderByDescending(run => run.Info?.StartedAt ?? DateTimeOffset.MinValue)
                .ThenBy(run => run.Path, StringComparer.Ordinal),
        ];
    }

    // The descriptor last: to close one lets go of the locks that the process has on the file.
    public void Dispose()
    {
        connection.Dispose();
        bytes.Dispose();
    }

    private static RunListing ListOne(string path)
    {
        var (file, error) = Open(path);
        using (file)
        {
            return new RunListing(path, file?.Info, file?.State ?? RunState.Interrupted, file?.Totals ?? [], error)
            {
                Missing = file?.Missing,
            };
        }
    }
}
