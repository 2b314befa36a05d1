namespace Tollgate.Input;

/// <summary>
/// Reads the files that users name. Nothing that a user can name is read forever, or beyond 64 MiB.
/// </summary>
internal static class InputFiles
{
    /// <summary>The most bytes of a file that are read.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private const int PieceBytes = 64 * 1024;

    /// <param name="path">The file.</param>
    /// <param name="error">Why it cannot be read, without the file's name where a message names it anyway.</param>
    public static bool TryReadText(string path, out string text, out string error)
    {
        var there = TryReadBytes(path, out var bytes, out error);
        text = there ? Decode(bytes) : "";
        return there;
    }

    /// <inheritdoc cref="TryReadText"/>
    public static bool TryReadBytes(string path, out byte[] bytes, out string error)
    {
        bytes = [];
        error = "";
        try
        {
            if (Directory.Exists(path))
            {
                error = $"\"{path}\" is a folder; expected a file";
                return false;
            }

            if (NamedPipe.Is(path))
            {
                error = $"\"{path}\" is a named pipe, which may never end; expected a file";
                return false;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
            if (TryRead(file, out bytes))
            {
                return true;
            }

            error = $"the file \"{path}\" is larger than {MaxBytes / 1024 / 1024} MiB, which is the most that is read";
        }
        catch (Exception thrown) when (thrown is FileNotFoundException or DirectoryNotFoundException)
        {
            error = $"there is no file \"{path}\"";
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            error = $"the file \"{path}\" cannot be read ({thrown.GetType().Name})";
        }

        return false;
    }

    /// <summary>The text of a file's bytes: UTF-8, unless a mark at its start says otherwise.</summary>
    public static string Decode(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes));
        return reader.ReadToEnd();
    }

    // Devices and pipes do not say how long they are.
    private static bool TryRead(FileStream file, out byte[] bytes)
    {
        bytes = [];
        if (file.CanSeek && file.Length > MaxBytes)
        {
            return false;
        }

        using var read = new MemoryStream(file.CanSeek ? (int)file.Length : 0);
        var piece = new byte[PieceBytes];
        while (file.Read(piece) is var count and > 0)
        {
            if (read.Length + count > MaxBytes)
            {
                return false;
            }

            read.Write(piece, 0, count);
        }

        bytes = read.ToArray();
        return true;
    }
}
