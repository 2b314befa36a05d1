using System.Runtime.CompilerServices;

namespace Tollgate.Tests.Suites;

/// <summary>The suites that stand beside these tests.</summary>
internal static class SuiteFiles
{
    public static string Text(string name, [CallerFilePath] string test = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(test) ?? ".", "Files", name));

    /// <summary>The folder of the suites that are shipped.</summary>
    public static string Shipped([CallerFilePath] string test = "") => Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(test) ?? ".", "..", "..", "..", "examples", "suites"));
}
