namespace Tollgate.Conformance.Tests;

/// <summary>What is written is whole, and nothing else is written over.</summary>
public class OutputFileTests
{
    private const string Foreign = "targets: mine\n";

    private static readonly Lazy<Task<byte[]>> RunOfACall = new(RehearseACallAsync);

    [Theory]
    [InlineData("report a.tollgate --html a.tollgate")]
    [InlineData("report a.tollgate --transcripts a.tollgate")]
    [InlineData("report a.tollgate --html link.html")]
    [InlineData("report a.tollgate --html folder/../a.tollgate")]
    [InlineData("report a.tollgate --html linked/a.tollgate")]
    [InlineData("report a.tollgate --transcripts mine.yaml")]
    [InlineData("report a.tollgate --html mine.yaml")]
    [InlineData("rehearse suite.yaml --html suite.yaml --force")]
    [InlineData("measure --plan mine.yaml --html mine.yaml --force")]
    [InlineData("gate --rubric mine.yaml --baseline a.tollgate --candidate a.tollgate --junit a.tollgate")]
    public async Task Run_AnOutputThatIsAnotherFile_IsRefusedAndTheFileStays(string arguments)
    {
        using var command = new Command();
        var run = await RunOfACallAsync(command);
        command.Write("mine.yaml", Foreign);
        command.Write("suite.yaml", "suite: x\n");
        Directory.CreateDirectory(command.Path("folder"));
        Directory.CreateSymbolicLink(command.Path("linked"), command.Folder);
        File.CreateSymbolicLink(command.Path("link.html"), run);
        var before = await File.ReadAllBytesAsync(run);

        var result = await command.RunAsync(arguments.Split(' '));

        result.Code.ShouldBe(2, result.ToString());
        (await File.ReadAllBytesAsync(run)).ShouldBe(before);
        (await File.ReadAllTextAsync(command.Path("mine.yaml"))).ShouldBe(Foreign);
        (await File.ReadAllTextAsync(command.Path("suite.yaml"))).ShouldBe("suite: x\n");
    }

    [Fact]
    public async Task Report_OverItsOwnReport_OrForced_Writes()
    {
        using var command = new Command();
        await RunOfACallAsync(command);
        command.Write("mine.html", Foreign);

        foreach (var _ in (int[])[1, 2])
        {
            var result = await command.RunAsync("report", "a.tollgate", "--html", "b.html", "--transcripts", "b.jsonl");
            result.Code.ShouldBe(0, result.ToString());
            result = await command.RunAsync("report", "a.tollgate", "--html", "b.html");
            result.Code.ShouldBe(0, result.ToString());
        }

        (await command.RunAsync("report", "a.tollgate", "--html", "mine.html")).Code.ShouldBe(2);
        (await command.RunAsync("report", "a.tollgate", "--html", "mine.html", "--force")).Code.ShouldBe(0);
        (await File.ReadAllTextAsync(command.Path("mine.html"))).ShouldContain("tollgate-document");
        Directory.EnumerateFiles(command.Folder, ".*").ShouldBeEmpty("what lay beside has taken its place");
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("file:y?mode=memory")]
    public async Task Run_ARunFileThatWouldVanish_IsRefused(string name)
    {
        using var command = new Command();

        var result = await command.RunAsync(
            "rehearse", "salon", "--target", "gpt-5.5", "--sessions", "move_cut_delgado", "--out", name);

        result.Code.ShouldBe(2, result.ToString());
        result.Diagnostics.ShouldContain(name);
        Directory.EnumerateFileSystemEntries(command.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_FourInOneSecond_EachHasAFileOfItsOwn()
    {
        using var command = new Command();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => command.RunAsync(
            "rehearse", "salon", "--target", "gpt-5.5", "--sessions", "move_cut_delgado", "--quiet")));

        results.ShouldAllBe(result => result.Code == 0);
        Directory.EnumerateFiles(command.Path("tollgate-runs")).Count().ShouldBe(4);
    }

    [Fact]
    public async Task Run_WithoutColours_HasNoEscapes()
    {
        if (!File.Exists("/usr/bin/script"))
        {
            return;
        }

        using var command = new Command();
        command.Environment["NO_COLOR"] = "1";
        command.Environment["TERM"] = "xterm-256color";

        // A terminal of its own, as util-linux gives it.
        var result = await command.ShellAsync(
            "script -qec \"dotnet '$0' rehearse salon --target gpt-5.5 --sessions move_cut_delgado --out a.tollgate\" /dev/null");

        result.Code.ShouldBe(0, result.ToString());
        result.Output.ShouldContain("What callers got");
        result.Output.ShouldNotContain('\u001b');
    }

    // A call is rehearsed once; every test gets the run's bytes in its own folder.
    private static async Task<string> RunOfACallAsync(Command command)
    {
        var path = command.Path("a.tollgate");
        await File.WriteAllBytesAsync(path, await RunOfACall.Value);
        return path;
    }

    private static async Task<byte[]> RehearseACallAsync()
    {
        using var command = new Command();
        var result = await command.RunAsync(
            "rehearse", "salon", "--target", "gpt-5.5", "--sessions", "move_cut_delgado", "--out", "a.tollgate");
        result.Code.ShouldBe(0, result.ToString());
        return await File.ReadAllBytesAsync(command.Path("a.tollgate"));
    }
}
