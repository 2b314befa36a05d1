using System.Globalization;

namespace Tollgate.Cli;

/// <summary>Where runs are kept unless somebody says otherwise.</summary>
internal static class RunFolder
{
    public const string Default = "tollgate-runs";

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
