using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;
using Tollgate.Input;

namespace Tollgate.Workflows.Ledgers;

/// <summary>
/// The ledger's file. An append has it alone: the file is locked, read anew and verified, and only then grows, by
/// a whole line at once. Processes that append at the same time do so one after the other.
/// </summary>
public sealed class LedgerFile(string path, TimeProvider time)
{
    /// <summary>Where a ledger is unless somebody says otherwise.</summary>
    public const string Default = "ledger.jsonl";

    private const int MaxBytes = 1 << 30;

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    /// <summary>The file, as the user named it.</summary>
    public string Path => path;

    /// <summary>The head file beside it.</summary>
    public HeadFile Head { get; } = new(path);

    /// <summary>The ledger, verified and held against its head file; one that is not there is a problem.</summary>
    public async Task<(Ledger? Ledger, WorkflowProblem? Problem)> ReadAsync(CancellationToken stop)
    {
        var (ledger, head, problem) = await ReadWithHeadAsync(stop);
        return ledger is null ? (null, problem)
            : CutOff(ledger, head) is { } cut ? (null, cut)
            : (ledger, null);
    }

    /// <summary>The ledger, verified, and the head that its head file names; null where there is none.</summary>
    public async Task<(Ledger? Ledger, LedgerHead? Head, WorkflowProblem? Problem)> ReadWithHeadAsync(
        CancellationToken stop)
    {
        if (path.Length > 0 && !File.Exists(path) && File.Exists(Head.Path))
        {
            return (null, null, NotValid($"entries were cut off: there is no such file, and {Head.Path} is still there"));
        }

        var (handle, problem) = await OpenAsync(FileMode.Open, FileAccess.Read, FileShare.Read, stop);
        await using (handle)
        {
            return handle is null ? (null, null, problem) : Read(handle);
        }
    }

    /// <summary>Appends what the ledger calls for, while nobody else can, and writes the head file anew.</summary>
    /// <param name="entry">
    /// Gives the next line for the ledger as it is, at the time by the clock; null where nothing is to be appended.
    /// </param>
    /// <param name="stop">Ends the wait for others.</param>
    public async Task<LedgerAppend> AppendAsync(
        Func<Ledger, DateTimeOffset, (byte[] Line, LedgerEntry Entry)?> entry, CancellationToken stop)
    {
        var (handle, ledger, head, problem) = await LockAsync(stop);
        await using (handle)
        {
            if (handle is null || ledger is null)
            {
                return new LedgerAppend(null, null, problem);
            }

            if (CutOff(ledger, head) is { } cut)
            {
                return new LedgerAppend(null, null, cut);
            }

            if (entry(ledger, time.GetUtcNow()) is not var (line, next))
            {
                // A process that was killed between its entry and the head left the head behind.
                var behind = head is { } old && old.Seq < ledger.Entries.Count ? WriteHead(ledger.Head) : null;
                return new LedgerAppend(behind is null ? ledger : null, null, behind);
            }

            if (Unsigned(ledger, next) is { } unsigned)
            {
                return new LedgerAppend(null, null, unsigned);
            }

            return Put(handle, ledger, line, next.Head) is { } unwritten
                ? new LedgerAppend(null, null, unwritten)
                : new LedgerAppend(ledger, next, null);
        }
    }

    /// <summary>Writes the head file of a ledger that holds a head which is known from elsewhere.</summary>
    /// <param name="known">A head that the ledger had, from a posted verdict or publication.</param>
    /// <param name="stop">Ends the wait for others.</param>
    public async Task<WorkflowProblem?> WriteHeadAsync(LedgerHead known, CancellationToken stop)
    {
        var (handle, ledger, _, problem) = await LockAsync(stop);
        await using (handle)
        {
            return ledger is null ? problem
                : ledger.CutOff(known, "--head") is { } cut ? NotValid(cut)
                : WriteHead(ledger.Head);
        }
    }

    /// <summary>Why the ledger is not all that its head file names; null where it is, or has none.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="head">What the head file names; null where there is none.</param>
    public WorkflowProblem? CutOff(Ledger ledger, LedgerHead? head) =>
        head is { } named && ledger.CutOff(named, Head.Path) is { } cut ? NotValid(cut) : null;

    /// <summary>
    /// What it means that a ledger with entries has no head file, as a sentence; null where it has one. A copied ledger
    /// has none, and neither has one that was cut off by somebody who knows of the file.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="head">What the head file names; null where there is none.</param>
    public string? Headless(Ledger ledger, LedgerHead? head) => head is not null || ledger.Entries.Count == 0 ? null
        : $"there is no {Head.Path}, so nobody can tell whether the last entries were cut off";

    // Nothing else may come between: what is read is what the next entry follows.
    private async Task<(FileStream? Handle, Ledger? Ledger, LedgerHead? Head, WorkflowProblem? Problem)> LockAsync(
        CancellationToken stop)
    {
        if (path.Length > 0 && !File.Exists(path) && File.Exists(Head.Path))
        {
            return (null, null, null, NotValid($"entries were cut off: there is no such file, and {Head.Path} is still there"));
        }

        if (MakeFolder() is { } refusal)
        {
            return (null, null, null, refusal);
        }

        var (handle, unopened) = await OpenAsync(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, stop);
        if (handle is null)
        {
            return (null, null, null, unopened);
        }

        if (!IsLockHeld())
        {
            return (handle, null, null, Bad("file locks do not work here, so two processes could append at the same time; expected a file system that locks files, and DOTNET_SYSTEM_IO_DISABLEFILELOCKING not set"));
        }

        var (ledger, head, broken) = Read(handle);
        return (handle, ledger, head, broken);
    }

    // Some file systems ignore locks without an error. A lock that this process does not feel, no other does.
    private bool IsLockHeld()
    {
        try
        {
            new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0).Dispose();
            return false;
        }
        catch (IOException e)
        {
            return IsLocked(e);
        }
    }

    private WorkflowProblem? Unsigned(Ledger ledger, LedgerEntry next) =>
        next.PublicKey is null && ledger.Entries.FirstOrDefault(static one => one.PublicKey is not null) is { } first
            ? Bad($"its entries are signed from entry {first.Seq} on, and `tollgate ledger verify --key` refuses one that is not; expected --sign-key or --sign-key-env")
            : null;

    private WorkflowProblem? WriteHead(LedgerHead head)
    {
        try
        {
            Head.Prepare(head);
            Head.Replace();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Bad($"{Head.Path} cannot be written: {e.Message}");
        }
    }

    // Cutting comes first: a process that is killed in between leaves whole entries and nothing else.
    // The head is on the disk under another name before the entry is, and takes its own name after: whatever fails, the
    // ledger never ends before its head.
    private WorkflowProblem? Put(FileStream handle, Ledger ledger, byte[] line, LedgerHead head)
    {
        try
        {
            Head.Prepare(head);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Bad($"{Head.Path} cannot be written: {e.Message}");
        }

        try
        {
            handle.SetLength(ledger.Length);
            handle.Position = ledger.Length;
            handle.Write(line);
            handle.Flush(flushToDisk: true);
        }
        catch (IOException e)
        {
            TakeBack(handle, ledger);
            return Bad($"the entry could not be written: {e.Message}");
        }

        try
        {
            Head.Replace();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Bad($"entry {head.Seq} was appended, but {Head.Path} cannot be written: {e.Message}");
        }
    }

    // Where even that fails, what was written is a torn line, and the next append cuts it off.
    private static void TakeBack(FileStream handle, Ledger ledger)
    {
        try
        {
            handle.SetLength(ledger.Length);
        }
        catch (IOException)
        {
            // The caller says why already.
        }
    }

    private (Ledger? Ledger, LedgerHead? Head, WorkflowProblem? Problem) Read(FileStream handle)
    {
        if (handle.Length > MaxBytes)
        {
            return (null, null, Bad($"it has {handle.Length} bytes; expected a ledger"));
        }

        var bytes = new byte[handle.Length];
        handle.ReadExactly(bytes);
        var (ledger, error) = Ledger.Read(bytes, path);
        if (error is not null)
        {
            return (null, null, WorkflowProblem.NotValid(error.ToString()));
        }

        var (head, wrong) = Head.Read();
        return wrong is null ? (ledger, head, null) : (null, null, WorkflowProblem.NotValid(wrong));
    }

    private async Task<(FileStream? Handle, WorkflowProblem? Problem)> OpenAsync(
        FileMode mode, FileAccess access, FileShare share, CancellationToken stop)
    {
        if (path.Length == 0 || Directory.Exists(path))
        {
            return (null, Bad($"found {(path.Length == 0 ? "an empty name" : "a folder")}; expected a ledger's file, such as {Default}"));
        }

        if (NamedPipe.Is(path))
        {
            return (null, Bad($"found a named pipe; expected a ledger's file, such as {Default}"));
        }

        for (var started = time.GetTimestamp(); ;)
        {
            try
            {
                // Without a buffer of the library's, a line is written by one call of the system.
                return (new FileStream(path, mode, access, share, bufferSize: 0), null);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                return (null, Bad("there is no such file; `tollgate rubric publish` begins a ledger"));
            }
            catch (UnauthorizedAccessException)
            {
                return (null, Bad($"the file may not be {(access == FileAccess.Read ? "read" : "written")}; expected a ledger in a folder of your own"));
            }
            catch (IOException e) when (!IsLocked(e))
            {
                return (null, Bad($"the file cannot be opened: {e.Message}"));
            }
            catch (IOException) when (time.GetElapsedTime(started) >= MaxWait)
            {
                return (null, Bad($"another process has held it for {MaxWait.TotalSeconds:0} seconds; nothing was done"));
            }
            catch (IOException)
            {
                // Another process has it, and will be done in a moment.
            }

            try
            {
                await Task.Delay(BetweenTries, time, stop);
            }
            catch (OperationCanceledException)
            {
                return (null, Bad("stopped while another process held it; nothing was done"));
            }
        }
    }

    private WorkflowProblem? MakeFolder()
    {
        try
        {
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path.Length == 0 ? "." : path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Bad($"its folder cannot be made: {e.Message}");
        }
    }

    // EWOULDBLOCK of flock on Linux and macOS, and the sharing violation of Windows.
    private static bool IsLocked(IOException e) => OperatingSystem.IsWindows()
        ? (e.HResult & 0xFFFF) is 32 or 33
        : e.HResult is 11 or 35;

    private WorkflowProblem Bad(string why) => WorkflowProblem.BadInput($"{path}: {why}");

    private WorkflowProblem NotValid(string why) => WorkflowProblem.NotValid($"{path}: {why}");
}
