using System.Text.RegularExpressions;

namespace Tollgate.Architecture.Tests;

/// <summary>The project's own sources, as text.</summary>
internal static partial class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>The C# files under a folder of the repository, with what was made by a build left out.</summary>
    public static IEnumerable<SourceFile> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tollgate.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }

    internal sealed partial record SourceFile(string Path, string Text)
    {
        /// <summary>The text without comments and strings: what the compiler acts on.</summary>
        public string Code { get; } = Noise().Replace(Text, "");

        /// <summary>The rooms of the project that the code names, such as <c>Exchanges</c>.</summary>
        public IEnumerable<string> Rooms => Room().Matches(Code).Select(match => match.Groups[1].Value).Distinct();

        [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|/\\*[\\s\\S]*?\\*/")]
        private static partial Regex Noise();

        [GeneratedRegex(@"\bTollgate\.([A-Z][A-Za-z]+)")]
        private static partial Regex Room();
    }
}
