using Tollgate.Gate.Ledgers;

namespace Tollgate.Cli;

/// <summary>
/// The ledger's file. Whoever appends has it alone: the file is locked, read anew and verified, and only then grows, by
/// a whole line at once. Processes that append at the same time do so one after the other.
/// </summary>
internal sealed class LedgerFile(string path, TimeProvider time)
{
    /// <summary>Where a ledger is unless somebody says otherwise.</summary>
    public const string Default = "ledger.jsonl";

    private const int MostBytes = 1 << 30;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    /// <summary>The file, as the user named it.</summary>
    public string Path => path;

    /// <summary>The ledger, verified; one that is not there is a problem.</summary>
    public async Task<(Ledger? Ledger, LedgerProblem? Problem)> ReadAsync(CancellationToken stop)
    {
        var (handle, problem) = await OpenAsync(FileMode.Open, FileAccess.Read, FileShare.Read, stop);
        await using (handle)
        {
            return handle is null ? (null, problem) : Read(handle);
        }
    }

    /// <summary>Appends what the ledger calls for, while nobody else can.</summary>
    /// <param name="rubricOrVerdict">
    /// Gives the next line for the ledger as it is, at the time by the clock; null where nothing is to be appended.
    /// </param>
    /// <param name="stop">Ends the wait for others.</param>
    public async Task<LedgerAppend> AppendAsync(
        Func<Ledger, DateTimeOffset, (byte[] Line, LedgerEntry Entry)?> rubricOrVerdict, CancellationToken stop)
    {
        if (MakeFolder() is { } refusal)
        {
            return new LedgerAppend(null, null, refusal);
        }

        var (handle, unopened) = await OpenAsync(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, stop);
        await using (handle)
        {
            if (handle is null)
            {
                return new LedgerAppend(null, null, unopened);
            }

            var (ledger, broken) = Read(handle);
            if (ledger is null)
            {
                return new LedgerAppend(null, null, broken);
            }

            var now = time.GetUtcNow();
            if (ledger.IsAhead(now))
            {
                var last = LedgerText.Time(ledger.Entries[^1].At);
                return new LedgerAppend(null, null, Bad($"the clock says {LedgerText.Time(now)}, but the last entry is of {last}; expected a clock that does not go back"));
            }

            if (rubricOrVerdict(ledger, now) is not var (line, entry))
            {
                return new LedgerAppend(ledger, null, null);
            }

            return Put(handle, ledger, line) is { } problem
                ? new LedgerAppend(null, null, problem)
                : new LedgerAppend(ledger, entry, null);
        }
    }

    // Cutting comes first: a process that is killed in between leaves whole entries and nothing else.
    private LedgerProblem? Put(FileStream handle, Ledger ledger, byte[] line)
    {
        try
        {
            handle.SetLength(ledger.Length);
            handle.Position = ledger.Length;
            handle.Write(line);
            handle.Flush(flushToDisk: true);
            return null;
        }
        catch (IOException e)
        {
            TakeBack(handle, ledger);
            return Bad($"the entry could not be written: {e.Message}");
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

    private (Ledger? Ledger, LedgerProblem? Problem) Read(FileStream handle)
    {
        if (handle.Length > MostBytes)
        {
            return (null, Bad($"it has {handle.Length} bytes; expected a ledger"));
        }

        var bytes = new byte[handle.Length];
        handle.ReadExactly(bytes);
        var (ledger, error) = Ledger.Read(bytes, path);
        return error is null ? (ledger, null) : (null, new LedgerProblem(error.ToString(), ExitCodes.NotValid));
    }

    private async Task<(FileStream? Handle, LedgerProblem? Problem)> OpenAsync(
        FileMode mode, FileAccess access, FileShare share, CancellationToken stop)
    {
        if (path.Length == 0 || Directory.Exists(path))
        {
            return (null, Bad($"found {(path.Length == 0 ? "an empty name" : "a folder")}; expected a ledger's file, such as {Default}"));
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
            catch (IOException) when (time.GetElapsedTime(started) >= LongestWait)
            {
                return (null, Bad($"another process has held it for {LongestWait.TotalSeconds:0} seconds; nothing was done"));
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

    private LedgerProblem? MakeFolder()
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

    private LedgerProblem Bad(string why) => new($"{path}: {why}", ExitCodes.BadInput);
}
