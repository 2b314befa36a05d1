using System.Text.RegularExpressions;

namespace Tollgate.Architecture.Tests;

public partial class StyleTests
{
    private const int MaxLines = 500;
    private const int MaxColumns = 120;

    // A sentence for the user stands in one piece, so that it can be found; what is around it keeps the bound.
    [Fact]
    public void Lines_AreAtMost120Columns() =>
        SourceTree.Files("src").SelectMany(file => file.Text.Split('\n')
                .Select((line, index) => (line: Literal().Replace(line, "\"\""), index))
                .Where(one => one.line.Length > MaxColumns)
                .Select(one => $"{file.Path}:{one.index + 1}"))
            .ShouldBeEmpty();

    [Fact]
    public void Files_AreShort() =>
        SourceTree.Files("src")
            .Where(file => file.Text.Split('\n').Count(line => !line.StartsWith("using ", StringComparison.Ordinal)) > MaxLines)
            .Select(file => file.Path)
            .ShouldBeEmpty();

    [Fact]
    public void Files_HaveOneTypeEach_NamedAsTheyAre() =>
        SourceTree.Files("src").SelectMany(file =>
        {
            var types = VisibleType().Matches(file.Code).Select(match => match.Groups[1].Value).ToList();
            var name = Path.GetFileNameWithoutExtension(file.Path);
            return types.Count > 1 || (types.Count == 1 && types[0] != name)
                ? [$"{file.Path}: {string.Join(", ", types)}"]
                : Array.Empty<string>();
        }).ShouldBeEmpty();

    [Fact]
    public void Folders_AreConcepts() =>
        SourceTree.Files("src").Select(file => Path.GetDirectoryName(file.Path)!.Split('/')[^1])
            .Where(folder => folder is "Models" or "Helpers" or "Utils" or "Interfaces" or "Common" or "Services")
            .ShouldBeEmpty();

    [Fact]
    public void Sources_HoldNoUnfinishedWork() =>
        SourceTree.Files("src").Concat(SourceTree.Files("tests")).Where(file => Unfinished().IsMatch(file.Text))
            .Select(file => file.Path).Where(path => !path.EndsWith("StyleTests.cs", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Tests_DoNotSleep() =>
        SourceTree.Files("tests")
            .Where(file => file.Code.Contains("Thread.Sleep(", StringComparison.Ordinal)
                || Regex.IsMatch(file.Code, @"Task\.Delay\((?:[^,;()]|\([^()]*\))*(?:, [a-z]*[tT]oken)?\)"))
            .Select(file => file.Path).ShouldBeEmpty();

    // What models, servers and files say reaches a terminal through CommandContext alone, which makes it safe to show;
    // Program says sentences of its own before there are any. A page gets text through Html.Text.
    [Fact]
    public void Terminals_AreWrittenThroughOnePlace() =>
        Users(@"\bConsole\.(?:Out|Error|Write|WriteLine|OpenStandard\w+)\b|AnsiConsole\.(?:Create|Write|Markup)")
            .ShouldBe(["src/Tollgate.Cli/Program.cs", "src/Tollgate.Cli/Shell/CommandContext.cs"]);

    // SecretForms looks for keys that a page encoded.
    [Fact]
    public void Pages_EncodeThroughOnePlace() =>
        Users("HtmlEncode").ShouldBe(["src/Tollgate.Reports/Html/Html.cs", "src/Tollgate/Secrets/SecretForms.cs"]);

    private static IEnumerable<string> Users(string pattern) =>
        SourceTree.Files("src").Where(file => Regex.IsMatch(file.Code, pattern)).Select(file => file.Path)
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:public|internal) (?:(?:abstract|sealed|static|readonly|partial|unsafe|ref) )*(?:class|record struct|record|struct|interface|enum|delegate \w+) (\w+)(?!.*: JsonSerializerContext)", RegexOptions.Multiline)]
    private static partial Regex VisibleType();

    [GeneratedRegex("\"(?:\\\\.|[^\"\\\\])*\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b")]
    private static partial Regex Unfinished();
}
