using System.CommandLine;
using Tollgate.Reports;

namespace Tollgate.Cli.Shell;

/// <summary>
/// The files that commands write beside run files and ledgers: whole or not at all, and never over something else. What
/// is written lies beside the name until it is whole, and then takes the name's place.
/// </summary>
internal static class OutputFile
{
    // Enough for every beginning by which a file of ours is known.
    private const int BeginningLength = 1024;

    private static readonly string[] Beginnings =
    [
        .. ReportFormats.All.Select(static format => format.Beginning), "## Tollgate: ", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites ",
        "{\"suite\":\"", "{\"request_id\":\"",
    ];

    /// <summary>For every command that writes such a file.</summary>
    public static Option<bool> Force { get; } = Flag.Switch("--force", "Overwrite files that Tollgate did not write.");

    /// <summary>
    /// Why no file could be written there, as one sentence, before any work is done; null where it can be. The folders
    /// above it are made; what stands there already stays as it is.
    /// </summary>
    /// <param name="context">Whether it is forced.</param>
    /// <param name="flag">The flag that names it.</param>
    /// <param name="path">Where it is wanted; null for nowhere.</param>
    /// <param name="inputs">Files that the command reads or writes otherwise, whose place it must not take.</param>
    public static string? Refusal(
        CommandContext context, string flag, string? path, params IEnumerable<string?> inputs)
    {
        if (path is null)
        {
            return null;
        }

        if (path.Length == 0)
        {
            return $"{flag}: found an empty name; expected a file's name.";
        }

        try
        {
            if (Directory.Exists(path))
            {
                return $"{path}: this is a folder; expected a file's name.";
            }

            var real = Real(path);
            if (inputs.Any(input => !string.IsNullOrEmpty(input) && Real(input) == real))
            {
                return $"{path}: the command uses this file for something else; expected another name.";
            }

            if (IsStream(path))
            {
                return null;
            }

            if (!context.Overwrites && IsForeign(path))
            {
                return $"{path}: there is such a file already, and Tollgate did not write it; expected another name, or --force.";
            }

            var folder = Path.GetDirectoryName(real) ?? real;
            Directory.CreateDirectory(folder);
            var trial = Beside(real);
            new FileStream(trial, FileMode.CreateNew).Dispose();
            File.Delete(trial);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{path}: the file cannot be written ({e.Message}).";
        }
    }

    /// <summary>Writes a file as UTF-8 without a mark.</summary>
    /// <returns>Why it could not be written, as one sentence; null where it was.</returns>
    public static string? Write(string path, Action<TextWriter> write)
    {
        string? beside = null;
        try
        {
            if (IsStream(path))
            {
                using var stream = new StreamWriter(path);
                write(stream);
                return null;
            }

            var real = Real(path);
            beside = Beside(real);
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                using (var writer = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
                {
                    write(writer);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(beside, real, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (beside is not null)
            {
                File.Delete(beside);
            }

            return $"{path}: the file cannot be written ({e.Message}).";
        }
    }

    // A link stands for what it points to, wherever in the path it is.
    private static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full);
        if (folder is null)
        {
            return full;
        }

        var place = Path.Combine(Real(folder), Path.GetFileName(full));
        return new FileInfo(place) is { LinkTarget: not null } link
            && link.ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? Real(target.FullName)
            : place;
    }

    // Pipes and terminals have no place to take.
    private static bool IsStream(string path) =>
        Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    private static string Beside(string real) => Path.Combine(
        Path.GetDirectoryName(real) ?? "", $".{Path.GetFileName(real)}.{Guid.NewGuid():N}");

    private static bool IsForeign(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        var bytes = new byte[BeginningLength];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var text = Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        return text.Length > 0
            && !Beginnings.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal));
    }
}
