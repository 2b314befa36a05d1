namespace Tollgate.Cli.Shell;

/// <summary>Where runs are kept unless somebody says otherwise.</summary>
internal static class RunFolder
{
    public const string Default = "tollgate-runs";

    /// <summary>
    /// A new run file's name, from the time and what is run. It is this process's alone while it runs, so that runs
    /// that start in one second do not meet.
    /// </summary>
    public static string NewPath(CommandContext context, string what)
    {
        Directory.CreateDirectory(Default);
        var now = context.Time.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var path = Path.Combine(Default, $"{what}-{now}.tollgate");
        for (var i = 2; File.Exists(path) || !TryReserve(context, path); i++)
        {
            path = Path.Combine(Default, string.Create(CultureInfo.InvariantCulture, $"{what}-{now}-{i}.tollgate"));
        }

        return path;
    }

    private static bool TryReserve(CommandContext context, string path)
    {
        try
        {
            context.Hold(new FileStream(
                Path.Combine(Default, $".{Path.GetFileName(path)}.reserved"), FileMode.CreateNew, FileAccess.Write,
                FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose));
            return true;
        }
        catch (IOException) when (Directory.Exists(Default))
        {
            return false;
        }
    }
}
