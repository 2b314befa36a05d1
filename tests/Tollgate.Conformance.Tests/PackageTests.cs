using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace Tollgate.Conformance.Tests;

/// <summary>The packages as a user gets them: from a folder, without a network.</summary>
public sealed class PackageTests : IDisposable
{
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    // What the tests themselves were built as: Debug or Release.
    private static readonly string Configuration = Output.Parent.ShouldNotBeNull().Name;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tollgate-pack-");

    [Fact]
    public async Task Command_PackedAndInstalledFromItsFolder_Runs()
    {
        await PackAsync("src/Tollgate.Cli");
        var feed = Path.Combine(folder.FullName, "nuget.config");
        File.WriteAllText(feed, """
            <configuration>
              <packageSources><clear /><add key="packed" value="." /></packageSources>
            </configuration>
            """);
        var tools = Path.Combine(folder.FullName, "tools");

        await RunAsync("dotnet", ["tool", "install", "Tollgate.Cli", "--tool-path", tools, "--configfile", feed]);

        var command = Path.Combine(tools, OperatingSystem.IsWindows() ? "tollgate.exe" : "tollgate");
        (await RunAsync(command, ["--version"])).Trim().ShouldBe(Cli.Shell.CommandContext.Version);
        (await RunAsync(command, ["schema", "suite"])).ShouldStartWith("{");
    }

    // A package, and the packages of ours that it needs.
    [Theory]
    [InlineData("Tollgate.Statistics")]
    [InlineData("Tollgate", "Tollgate.Statistics")]
    [InlineData("Tollgate.Extensions.AI", "Tollgate")]
    public async Task Library_Packed_NamesWhatItNeeds(string name, params string[] needs)
    {
        await PackAsync($"src/{name}");

        var package = folder.GetFiles("*.nupkg").ShouldHaveSingleItem();
        using var archive = ZipFile.OpenRead(package.FullName);
        archive.Entries.Select(entry => entry.FullName).ShouldContain($"lib/net10.0/{name}.dll");
        archive.Entries.Select(entry => entry.FullName).ShouldContain($"lib/net10.0/{name}.xml");
        using var text = archive.GetEntry($"{name}.nuspec").ShouldNotBeNull().Open();
        XDocument.Load(text).Descendants().Where(element => element.Name.LocalName == "dependency")
            .Select(element => element.Attribute("id").ShouldNotBeNull().Value)
            .Where(id => id.StartsWith("Tollgate", StringComparison.Ordinal)).ShouldBe(needs);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Task<string> PackAsync(string project) => RunAsync(
        "dotnet", ["pack", Path.Combine(Root(), project), "-c", Configuration, "--no-build", "-o", folder.FullName]);

    private async Task<string> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_HOME"] = folder.FullName;
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start).ShouldNotBeNull();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, output + await errors);
        return output;
    }

    private static string Root()
    {
        var at = Output;
        while (!File.Exists(Path.Combine(at.FullName, "Tollgate.slnx")))
        {
            at = at.Parent.ShouldNotBeNull("the tests do not run inside the repository");
        }

        return at.FullName;
    }
}
