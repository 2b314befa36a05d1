using System.Runtime.CompilerServices;

namespace Tollgate.Tests.Load;

/// <summary>A test that reads the public data beside the repository; it is skipped where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (Folder is null)
        {
            Skip = "The public data set is not beside the repository (../shared/data).";
        }
    }

    /// <summary>The folder of the data; null where it is absent.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Tollgate.slnx")) && folder.Parent is { } beside)
            {
                var data = Path.Combine(beside.FullName, "shared", "data");
                return Directory.Exists(data) ? data : null;
            }
        }

        return null;
    }
}
