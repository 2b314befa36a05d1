namespace Tollgate.Yaml;

/// <summary>Reads the files that users name.</summary>
internal static class InputFiles
{
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="error">Why it cannot be read, without the file's name where a message names it anyway.</param>
    public static bool TryReadText(string path, out string text, out string error)
    {
        text = "";
        error = "";
        try
        {
            text = File.ReadAllText(path);
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
}
