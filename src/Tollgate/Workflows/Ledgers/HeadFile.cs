using Tollgate.Gate.Judging;

namespace Tollgate.Workflows.Ledgers;

/// <summary>
/// The file beside a ledger that names its last entry. A ledger alone cannot tell that its end was cut off; with this
/// file it can, unless the file was written anew as well. Readers and writers hold the ledger's lock.
/// </summary>
public sealed class HeadFile
{
    private const int MaxBytes = 256;

    /// <param name="ledger">The ledger's file, as the user named it.</param>
    public HeadFile(string ledger) => Path = TargetOf(ledger) + ".head";

    /// <summary>The file: the ledger's name with <c>.head</c> behind it; of a link, beside what it names.</summary>
    public string Path { get; }

    private string Prepared => Path + ".new";

    /// <summary>The head; null where there is no such file; or what is wrong with it, as one sentence.</summary>
    public (LedgerHead? Head, string? Error) Read()
    {
        try
        {
            using var file = new FileStream(
                Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[Math.Min(file.Length, MaxBytes)];
            file.ReadExactly(bytes);
            var text = System.Text.Encoding.ASCII.GetString(bytes).TrimEnd('\r', '\n');
            return LedgerHead.Parse(text) is { } head
                ? (head, null)
                : (null, $"{Path}: found no head of a ledger; expected {LedgerHead.Expected}");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"{Path}: the file cannot be read: {e.Message}");
        }
    }

    /// <summary>Puts a head onto the disk, under a name of its own.</summary>
    public void Prepare(LedgerHead head)
    {
        using var file = new FileStream(Prepared, FileMode.Create, FileAccess.Write, FileShare.Read);
        file.Write(System.Text.Encoding.ASCII.GetBytes(head + "\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Gives what was prepared the file's name, in one step.</summary>
    public void Replace() => File.Move(Prepared, Path, overwrite: true);

    private static string TargetOf(string ledger)
    {
        try
        {
            return ledger.Length > 0 && File.ResolveLinkTarget(ledger, returnFinalTarget: true) is { } target
                ? target.FullName
                : ledger;
        }
        catch (IOException)
        {
            // There is no such file, or its links lead nowhere: opening it says so.
            return ledger;
        }
    }
}
