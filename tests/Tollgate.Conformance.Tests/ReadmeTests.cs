using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Tollgate.Conformance.Tests;

/// <summary>Runs what the README tells a newcomer to type.</summary>
public partial class ReadmeTests
{
    internal static readonly string Root = FindRoot();

    [Fact]
    public async Task FirstFiveMinutes_TypedAsTheyStand_Work()
    {
        using var command = new Command();
        CopyExamples(command.Path("examples"));
        var port = FreePort();
        var script = string.Join('\n', Snippets()
            .SkipWhile(snippet => !snippet.Contains("dotnet publish", StringComparison.Ordinal)))
            .Replace("dotnet publish src", $"dotnet publish --no-build {Root}/src", StringComparison.Ordinal)
            .Replace("8080", port, StringComparison.Ordinal)
            // The simulator says that it is there once it is; a person types more slowly than a script.
            .Replace($"tollgate simulate --port {port} &", $"tollgate simulate --port {port} > sim.out & until [ -s sim.out ]; do sleep 0.1; done", StringComparison.Ordinal);
        foreach (var plan in Directory.EnumerateFiles(command.Path("examples"), "*.yaml", SearchOption.AllDirectories))
        {
            File.WriteAllText(plan, File.ReadAllText(plan).Replace("8080", port, StringComparison.Ordinal));
        }

        var result = await BashAsync(command, $"set -e\ntrap 'kill %1' EXIT\n{script}");

        result.Code.ShouldBe(0, result.ToString());
        result.Output.ShouldContain("24 of 24 completed");
        result.Output.ShouldContain("opus-4.7 is slower than gpt-5.5");
        File.Exists(command.Path("compare.html")).ShouldBeTrue();
        File.Exists(command.Path("report.html")).ShouldBeTrue();
        result.Output.ShouldContain("Tool arguments right");
        result.Output.ShouldContain("false adopts: an equal candidate is adopted in ");
        result.Output.ShouldContain("REJECT  gpt-5.5-pro should not replace gpt-5.5: cost_per_session is badly lost.");
        File.ReadAllText(command.Path("calls.html")).ShouldContain("<ol class=\"talk\">");
    }

    [Fact]
    public async Task TryIt_TypedAsItStands_TellsTheWholeStory()
    {
        using var command = new Command();
        var snippet = Snippets().First();
        snippet.ShouldContain("dotnet run");
        var result = await BashAsync(
            command, snippet.Replace("--project src", $"--no-build --project {Root}/src", StringComparison.Ordinal));
        result.Code.ShouldBe(0, result.ToString());
        result.Output.ShouldContain("gpt-5.5@us-east");
        result.Output.ShouldContain("opus-4.7@us-east is slower than gpt-5.5@us-east");
        result.Output.ShouldContain("Calibration: over real sockets");
        result.Output.ShouldContain("Voice agent");
        result.Output.ShouldContain("REJECT  opus-4.7 should not replace gpt-5.5");
        var report = ReportPath().Match(result.Diagnostics);
        report.Success.ShouldBeTrue(result.Diagnostics);
        File.Exists(report.Groups[1].Value).ShouldBeTrue();
    }

    [Fact]
    public void Links_OfTheReadmeAndDocs_LeadSomewhere()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md").Append(Path.Combine(Root, "README.md")))
        {
            foreach (Match link in Link().Matches(File.ReadAllText(file)))
            {
                var to = Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value);
                (File.Exists(to) || Directory.Exists(to)).ShouldBeTrue($"{file}: {link.Groups[1].Value}");
            }
        }
    }

    [GeneratedRegex(@"report: (\S+\.html)")]
    private static partial Regex ReportPath();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    private static IEnumerable<string> Snippets() =>
        Fence().Matches(File.ReadAllText(Path.Combine(Root, "README.md"))).Select(match => match.Groups[1].Value);

    private static async Task<Command.Result> BashAsync(Command command, string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script])
        {
            WorkingDirectory = command.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = command.Folder;
        start.Environment["DOTNET_CLI_HOME"] = command.Folder;
        start.Environment["NUGET_PACKAGES"] = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        using var process = Process.Start(start)!; // It throws where it cannot start.
        return await Command.EndAsync(process);
    }

    private static void CopyExamples(string to)
    {
        var from = Path.Combine(Root, "examples");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tollgate.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
