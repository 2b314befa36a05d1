using Microsoft.Win32.SafeHandles;

namespace Tollgate.Cli.Shell;

/// <summary>How many files this process may open: with too few it cannot even load what it consists of.</summary>
internal static class OpenFiles
{
    // What a command opens before its first connection, with room to say what is wrong.
    private const int Needed = 128;
    private const string Nothing = "/dev/null";

    /// <summary>Whether as many more can be opened as any command needs.</summary>
    public static bool Suffice()
    {
        if (!File.Exists(Nothing))
        {
            return true;
        }

        var opened = new List<SafeFileHandle>(Needed);
        try
        {
            while (opened.Count < Needed)
            {
                opened.Add(File.OpenHandle(Nothing));
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            opened.ForEach(static handle => handle.Dispose());
        }
    }
}
