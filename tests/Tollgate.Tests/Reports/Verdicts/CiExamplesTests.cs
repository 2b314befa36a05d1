using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Tollgate.Tests.Reports.Verdicts;

/// <summary>The examples for CI: what a reader would trip over if it were wrong.</summary>
public partial class CiExamplesTests
{
    private static readonly string[] InOrder =
    [
        "dotnet tool install Tollgate.Cli --tool-path", "tollgate ledger verify", "tollgate rubric check \"$RUBRIC\"",
        "--target \"$BASELINE\" --rubric \"$RUBRIC\" --repeat \"$REPEAT\" --out gate/base.tollgate",
        "--target \"$CANDIDATE\" --rubric \"$RUBRIC\" --repeat \"$REPEAT\" --out gate/cand.tollgate",
        "tollgate gate --rubric \"$RUBRIC\" --baseline gate/base.tollgate --candidate gate/cand.tollgate",
        "--junit gate/verdict.xml", "--markdown-file gate/verdict.md", "--html gate/verdict.html",
    ];

    public static TheoryData<string> Files => ["github-actions.yml", "gitlab-ci.yml", "azure-pipelines.yml"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Example_Runs_EveryStepInOrder(string file)
    {
        var scripts = string.Join('\n', Scripts(Read(file)));
        var from = 0;
        foreach (var step in InOrder)
        {
            var at = scripts.IndexOf(step, from, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, $"{file} lacks, or has too early: {step}");
            from = at;
        }
    }

    // What the examples install is what the project packs.
    [Theory]
    [MemberData(nameof(Files))]
    public void Example_InstallsThisVersion(string file) =>
        Text(file).ShouldContain($"TOLLGATE_VERSION: {Version()}");

    // The rule is a human's to publish; and it is the gate's own exit code that decides.
    [Theory]
    [MemberData(nameof(Files))]
    public void Example_OnlyChecks_AndKeepsTheExitCode(string file)
    {
        var scripts = string.Join('\n', Scripts(Read(file)));
        scripts.ShouldNotContain("rubric publish");
        Text(file).ShouldContain("by a human: `tollgate rubric publish FILE`");

        // GitLab takes the code of the last line as it is; the others look at it first.
        var last = Scripts(Read(file)).Last();
        last.ShouldContain("tollgate gate");
        (last.StartsWith("tollgate gate") || (last.Contains("|| code=$?") && last.Contains("*) exit \"$code\" ;;")))
            .ShouldBeTrue("what is neither adopted nor inconclusive ends with its own code");
    }

    [Theory]
    [InlineData("github-actions.yml", @"^\s*3\) .*exit 3 ;;", @"^\s*4\) .*::warning")]
    [InlineData("azure-pipelines.yml", @"^\s*3\) .*exit 3 ;;", @"SucceededWithIssues;\]inconclusive"" ;;")]
    public void Example_FailsOnAReject_AndWarnsWhereInconclusive(string file, string reject, string inconclusive)
    {
        var scripts = string.Join('\n', Scripts(Read(file)));
        Regex.IsMatch(scripts, reject, RegexOptions.Multiline).ShouldBeTrue();
        Regex.IsMatch(scripts, inconclusive, RegexOptions.Multiline).ShouldBeTrue();
    }

    [Fact]
    public void ExampleForGitLab_AllowsInconclusiveAlone()
    {
        var gate = Read("gitlab-ci.yml")["gate"];
        ((YamlSequenceNode)gate["allow_failure"]["exit_codes"]).Select(code => code.ToString()).ShouldBe(["4"]);
        gate["artifacts"]["when"].ToString().ShouldBe("always");
        gate["artifacts"]["reports"]["junit"].ToString().ShouldBe("gate/verdict.xml");
    }

    // A key goes from the store of secrets into a variable of one step, and nowhere else.
    [Theory]
    [MemberData(nameof(Files))]
    public void Example_Scripts_NameNoKey(string file)
    {
        foreach (var script in Scripts(Read(file)))
        {
            script.ShouldNotContain("API_KEY");
            script.ShouldNotContain("${{", customMessage: "what is pasted into a script can be a command");
        }

        Key().Matches(Text(file)).Select(match => match.Groups[1].Value)
            .ShouldAllBe(value => value.StartsWith("${{ secrets.") || value.StartsWith("$("));
    }

    private static IEnumerable<string> Scripts(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(child => child.Key.ToString() is "run" or "bash" or "script"
            ? child.Value is YamlSequenceNode lines
                ? lines.Select(line => ((YamlScalarNode)line).Value ?? "")
                : [((YamlScalarNode)child.Value).Value ?? ""]
            : Scripts(child.Value)),
        YamlSequenceNode list => list.Children.SelectMany(Scripts),
        _ => [],
    };

    private static YamlNode Read(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Text(file)));
        return stream.Documents.ShouldHaveSingleItem().RootNode;
    }

    private static string Version([CallerFilePath] string test = "") => Regex.Match(
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(test) ?? ".", "../../../../Directory.Build.props")),
        "<Version>(.+)</Version>").Groups[1].Value;

    private static string Text(string file, [CallerFilePath] string test = "") => File.ReadAllText(
        Path.Combine(Path.GetDirectoryName(test) ?? ".", "../../../../examples/ci", file));

    [GeneratedRegex(@"^\s*\w+_API_KEY: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Key();
}
