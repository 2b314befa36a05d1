namespace Tollgate.Yaml;

/// <summary>Reads the files that users name.</summary>
public static class InputFiles
{
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
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
            bytes = File.ReadAllBytes(path);
            return true;
        }
        catch (Exception thrown) when (thrown is FileNotFoundException or DirectoryNotFoundException)
        {
            error = $"there is no file \"{path}\"";
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException)
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
}
