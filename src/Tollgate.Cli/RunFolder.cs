using System.Globalization;

namespace Tollgate.Cli;

/// <summary>Where runs are kept unless somebody says otherwise.</summary>
internal static class RunFolder
{
    public const string Default = "tollgate-runs";

    /// <summary>Why no run file can be made there, as one sentence; null where nothing stands in its way yet.</summary>
    public static string? Taken(string path) =>
        path.Length == 0 ? "the run file's name is empty; expected the name of a new run file."
        : File.Exists(path) ? $"{path}: there is such a file already; expected the name of a new run file."
        : Directory.Exists(path) ? $"{path}: this is a folder; expected the name of a new run file."
        : null;

    /// <summary>A new run file's name, from the time and what is run.</summary>
    public static string NewPath(Surroundings surroundings, string what)
    {
        var now = surroundings.Time.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var path = Path.Combine(Default, $"{what}-{now}.tollgate");
        for (var i = 2; File.Exists(path); i++)
        {
            path = Path.Combine(Default, $"{what}-{now}-{i}.tollgate");
        }

        return path;
    }
}
