using System.Runtime.CompilerServices;

namespace Tollgate.Tests.Reports;

/// <summary>Compares text with a file beside the test; <c>UPDATE_GOLDEN=1</c> writes the file instead.</summary>
internal static class Golden
{
    public static void ShouldBeGolden(this string text, string file, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test) ?? ".", "Golden", file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
            File.WriteAllText(path, text);
        }

        File.Exists(path).ShouldBeTrue($"{path} is missing; UPDATE_GOLDEN=1 writes it.");
        text.ShouldBe(File.ReadAllText(path), $"{file} differs; UPDATE_GOLDEN=1 rewrites it.");
    }
}
