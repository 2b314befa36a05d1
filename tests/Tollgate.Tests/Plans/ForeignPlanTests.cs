using Tollgate.Exchanges;
using Tollgate.Plans;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;
using Tollgate.Tests.Runs;
using Tollgate.Workflows.Recording;

namespace Tollgate.Tests.Plans;

/// <summary>A plan that somebody else wrote gets nothing of this machine that its user did not give it.</summary>
public sealed class ForeignPlanTests : IDisposable
{
    private const string Secret = "hunter2-hunter2";
    private readonly string folder = Directory.CreateTempSubdirectory("tollgate-plan-").FullName;

    // Where a target's variable stands, its URL, the variable's name, and whether it may go there unasked.
    public static TheoryData<string, string, string, bool> Uses => new()
    {
        { "key: ${V}", "https://api.openai.com/v1", "OPENAI_API_KEY", true },
        { "key: ${V}", "https://eu.api.openai.com/v1", "OPENAI_API_KEY", true },
        { "key: ${V}", "https://lab.openai.azure.com/openai/deployments/x", "AZURE_OPENAI_API_KEY", true },
        { "headers: { OpenAI-Organization: '${V}' }", "https://api.openai.com/v1", "OPENAI_ORG_ID", true },
        { "key: ${V}", "https://api.anthropic.com", "ANTHROPIC_API_KEY", true },
        { "key: ${V}", "http://127.0.0.1:8080", "AWS_SECRET_ACCESS_KEY", true },
        { "tier: ${V}", "http://localhost:8080", "ANYTHING", true },
        { "key: ${V}", "http://[::1]:8080", "ANYTHING", true },
        { "key: ${V}", "https://evil.example", "OPENAI_API_KEY", false },
        { "key: ${V}", "https://api.openai.com.evil.example", "OPENAI_API_KEY", false },
        { "key: ${V}", "https://notapi.openai.com.example", "OPENAI_API_KEY", false },
        { "key: ${V}", "https://api.openai.com/v1", "ANTHROPIC_API_KEY", false },
        { "key: ${V}", "https://api.openai.com/v1", "AWS_SECRET_ACCESS_KEY", false },
        { "headers: { X-Note: 'a ${V} b' }", "https://evil.example", "AWS_SECRET_ACCESS_KEY", false },
        { "tier: ${V}", "https://evil.example", "AWS_SECRET_ACCESS_KEY", false },
        { "key: ${V}", "https://127.0.0.1.evil.example", "ANYTHING", false },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public void Parse_AVariableInATarget_GoesWhereItBelongsOrIsAllowed(
        string use, string url, string variable, bool isItsOwn)
    {
        var plan = Plan(url, use.Replace("V", variable));
        var (read, error) = Read(plan);
        (read is not null).ShouldBe(isItsOwn, error);
        if (!isItsOwn)
        {
            error.ShouldContain($"the variable {variable} would be sent to {new Uri(url).Host}; expected that host's own key, or --allow-env {variable} if it may go there");
            error.ShouldNotContain(Secret);
        }

        Read(plan, new PlanAllowances(new HashSet<string> { variable }, false)).Plan.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("https://${V}.evil.example", "m", "${V}.evil.example")]
    [InlineData("https://evil.example/${V}", "m", "evil.example")]
    [InlineData("https://evil.example?r=${V}", "m", "evil.example")]
    [InlineData("https://evil.example", "${V}", "evil.example")]
    public void Parse_AVariableInAUrlOrModel_IsAskedFor(string url, string model, string host) =>
        Read(Plan(url, "tier: t", model)).Error.ShouldContain($"the variable V would be sent to {host};");

    [Theory]
    [InlineData("name")]
    [InlineData("region")]
    public void Parse_AVariableInALabel_IsRefused(string key)
    {
        var plan = Plan("http://127.0.0.1", "region: r").Replace($"{key}: {key[0]}", $"{key}: ${{V}}");
        Read(plan).Error.ShouldContain("found a variable, and results show this; expected a text without one");
    }

    [Fact]
    public async Task RunFile_OfAPlanWithVariables_HasTheirNames()
    {
        var plan = Read(Plan("http://127.0.0.1:8080/${V}", "tier: ${V}", "m-${V}")).Plan.ShouldNotBeNull();
        plan.Targets[0].Url.AbsolutePath.ShouldBe($"/{Secret}");
        plan.Targets[0].Model.ShouldBe($"m-{Secret}");
        using var runs = new RunFolder();
        var path = runs.NewPath();
        await using (var writer = RunWriter.TryCreate(
            path, RunFolder.Info with { Targets = plan.Targets, PlanGiven = plan.GivenText, Configuration = RunConfigurations.Of(plan) },
            TimeProvider.System, out var error))
        {
            await writer.ShouldNotBeNull(error).CompleteAsync(new RunEnd("finished", true, []));
        }

        System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)).ShouldNotContain(Secret);
        using var file = RunFile.Open(path).File.ShouldNotBeNull();
        var target = file.Info.Targets[0];
        (target.Url.OriginalString, target.Model, target.Tier)
            .ShouldBe(("http://127.0.0.1:8080/${V}", "m-${V}", "${V}"));
        file.Configuration.ShouldBeOfType<MeasureConfiguration>().Targets.ShouldNotBeNull()[0].Model.ShouldBe("m-${V}");
    }

    // A file's name, and whether a plan may send it to somebody else unasked.
    [Theory]
    [InlineData("mine.txt", true)]
    [InlineData("./below/mine.txt", true)]
    [InlineData("below/../mine.txt", true)]
    [InlineData("../other.txt", false)]
    [InlineData("ABSOLUTE", false)]
    [InlineData("link.txt", false)]
    [InlineData("linked/other.txt", false)]
    [InlineData(".env", false)]
    [InlineData(".hidden/mine.txt", false)]
    public void Read_AFileOfPrompts_LiesInThePlansFolderOrIsAllowed(string name, bool isItsOwn)
    {
        var mine = Directory.CreateDirectory(Path.Combine(folder, "plan")).FullName;
        var other = Path.Combine(folder, "other.txt");
        Directory.CreateDirectory(Path.Combine(mine, "below"));
        Directory.CreateDirectory(Path.Combine(mine, ".hidden"));
        foreach (var path in new[] { other, $"{mine}/mine.txt", $"{mine}/below/mine.txt", $"{mine}/.env", $"{mine}/.hidden/mine.txt" })
        {
            File.WriteAllText(path, "Hello\n");
        }

        File.CreateSymbolicLink(Path.Combine(mine, "link.txt"), other);
        Directory.CreateSymbolicLink(Path.Combine(mine, "linked"), folder);
        foreach (var key in new[] { "prompts: FILE", "load: { trace: FILE }" })
        {
            var text = Plan("https://evil.example", "tier: t")
                + key.Replace("FILE", name == "ABSOLUTE" ? other : name) + "\n";
            var file = Path.Combine(mine, "p.yaml");
            File.WriteAllText(file, text);
            var errors = PlanReader.Read(file, Environment).Errors;
            errors.Any(error => error.Message.Contains("is hidden or not in the plan's folder; expected a file there, or --allow-files")).ShouldBe(!isItsOwn);
            PlanReader.Read(file, Environment, PlanAllowances.None with { AnyFile = true }).Errors.ShouldBeEmpty();

            // What stays on this machine may be anything of it.
            File.WriteAllText(file, text.Replace("https://evil.example", "http://127.0.0.1:8080"));
            PlanReader.Read(file, Environment).Errors.ShouldBeEmpty();
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string? Environment(string name) => Secret;

    private static string Plan(string url, string line, string model = "m") => $$"""
        targets:
          - name: n
            wire: openai-chat
            url: {{url}}
            model: {{model}}
            {{line}}
        requests: 1

        """;

    private static (Plan? Plan, string Error) Read(string text, PlanAllowances? allow = null)
    {
        var read = PlanReader.Parse(text, "p.yaml", "", Environment, allow);
        return (read.Plan, string.Join("\n", read.Errors));
    }
}
