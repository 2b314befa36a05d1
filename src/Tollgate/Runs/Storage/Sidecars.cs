namespace Tollgate.Runs.Storage;

/// <summary>The files that SQLite keeps next to a database, and reads as part of it.</summary>
internal static class Sidecars
{
    public const string Log = "-wal";
    public const string Journal = "-journal";

    /// <summary>
    /// The file whose name SQLite puts the endings behind: where a path is a symbolic link, the file that it leads to.
    /// </summary>
    public static string Owner(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    /// <summary>A log or a journal with something in it, next to the file or to the link that leads to it.</summary>
    /// <returns>Its path; null where there is none.</returns>
    /// <remarks>
    /// An empty log or journal holds no data for any reader, and SQLite leaves one where a process was killed early.
    /// The index, <c>-shm</c>, holds none either: SQLite makes it anew from the log and looks at it only in WAL mode.
    /// Both are harmless and let pass.
    /// </remarks>
    public static string? Find(string path) => Find(path, Log) ?? Find(path, Journal);

    /// <inheritdoc cref="Find(string)"/>
    public static string? Find(string path, string ending)
    {
        var owner = Owner(path);
        return HoldsData(owner + ending) ? owner + ending
            : owner != path && HoldsData(path + ending) ? path + ending
            : null;
    }

    // What is no plain file, such as a folder, is not known to be harmless. A link that leads nowhere does not exist.
    private static bool HoldsData(string path) =>
        Path.Exists(path) && (!File.Exists(path) || new FileInfo(path).Length > 0);
}
