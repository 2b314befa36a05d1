using System.Text.RegularExpressions;

namespace Tollgate.Architecture.Tests;

/// <summary>Where a file sits, and which folder may lean on which.</summary>
public partial class LayoutTests
{
    // "About twenty": a folder that is one list of alike pieces may have a few more.
    private const int MaxFiles = 26;

    [Fact]
    public void Namespace_IsItsFolder() =>
        SourceTree.Files("src").Where(file => Namespace().Match(file.Code) is { Success: true } match
                && match.Groups[1].Value != Folder(file.Path)["src/".Length..].Replace('/', '.'))
            .Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void Folders_HoldWhatFitsOnAScreen() =>
        SourceTree.Files("src").GroupBy(file => Folder(file.Path)).Where(folder => folder.Count() > MaxFiles)
            .Select(folder => folder.Key).ShouldBeEmpty();

    [Fact]
    public void Folders_LeanOnOneAnother_InNoCircle()
    {
        var edges = Edges([.. SourceTree.Files("src")]);
        edges.Keys.Where(folder => Reaches(edges, folder, folder)).ShouldBeEmpty();
    }

    [Fact]
    public void Circles_AreFound()
    {
        SourceTree.SourceFile a = new("src/A/One.cs", "using B;\nnamespace A;\nclass One { Two two; }");
        SourceTree.SourceFile b = new("src/B/Two.cs", "namespace B;\nclass Two { A.One one; }");
        SourceTree.SourceFile straight = new("src/B/Two.cs", "namespace B;\nclass Two { /* One */ string one = \"One\"; }");

        Reaches(Edges([a, b]), "src/A", "src/A").ShouldBeTrue();
        Reaches(Edges([a, straight]), "src/A", "src/A").ShouldBeFalse();
    }

    // A file leans on a folder when it names one of its types and can see it: by a using, its own namespace, or a
    // namespace's name in front.
    private static Dictionary<string, HashSet<string>> Edges(IReadOnlyList<SourceTree.SourceFile> files)
    {
        var declared = files.SelectMany(file => Types().Matches(file.Code), (file, type) =>
                (Name: type.Groups[1].Value, Folder: Folder(file.Path), Space: Namespace().Match(file.Code).Groups[1].Value))
            .ToLookup(type => type.Name);
        var edges = new Dictionary<string, HashSet<string>>();
        foreach (var file in files)
        {
            var from = Folder(file.Path);
            var own = Namespace().Match(file.Code).Groups[1].Value;
            var seen = Usings().Matches(file.Code).Select(match => match.Groups[1].Value).ToHashSet();
            var to = edges.TryGetValue(from, out var known) ? known : edges[from] = [];
            foreach (var word in Words().EnumerateMatches(file.Code))
            {
                var name = file.Code.Substring(word.Index, word.Length);
                var end = word.Index;
                to.UnionWith(declared[name]
                    .Where(type => type.Folder != from && (seen.Contains(type.Space) || own == type.Space
                        || own.StartsWith(type.Space + ".", StringComparison.Ordinal)
                        || file.Code.AsSpan(0, end).EndsWith(type.Space.Split('.')[^1] + ".", StringComparison.Ordinal)))
                    .Select(type => type.Folder));
            }
        }

        return edges;
    }

    private static bool Reaches(Dictionary<string, HashSet<string>> edges, string from, string to)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([from]);
        while (open.TryPop(out var at))
        {
            foreach (var next in edges.GetValueOrDefault(at) ?? [])
            {
                if (next == to)
                {
                    return true;
                }

                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }

    private static string Folder(string path) => Path.GetDirectoryName(path)!.Replace('\\', '/');

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"^(?:(?:public|internal|file|abstract|sealed|static|readonly|partial|unsafe|ref) )*(?:class|record struct|record|struct|interface|enum|delegate [\w<>\[\]?., ]+?) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Types();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Words();
}
