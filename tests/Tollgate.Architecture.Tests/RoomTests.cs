using System.Text.RegularExpressions;

namespace Tollgate.Architecture.Tests;

/// <summary>Which room of the house may know which: the data flow one way.</summary>
public class RoomTests
{
    // Every room of the library and all that it may name, as ARCHITECTURE.md has it. What is not listed is not allowed.
    private static readonly Dictionary<string, string[]> MayKnow = ReadTable();

    private static readonly string[] WithoutInputOrOutput =
    [
        "System.IO", "System.Net", "System.Diagnostics.Process", "Console", "File", "Directory", "Stream", "Socket",
        "HttpClient", "TimeProvider", "Thread", "Environment",
    ];

    public static TheoryData<string> Rooms => [.. MayKnow.Keys];

    [Fact]
    public void Library_EveryFolder_IsARoomOfTheTable() =>
        SourceTree.Files("src/Tollgate").Select(file => file.Path.Split('/')[2]).Distinct().Order()
            .ShouldBe(MayKnow.Keys.Order());

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_Names_OnlyRoomsBeforeIt(string room)
    {
        var allowed = MayKnow[room].Append(room).Append("Unicode").ToHashSet();
        Offenders($"src/Tollgate/{room}", file => file.Rooms.Where(named => !allowed.Contains(named))).ShouldBeEmpty();
    }

    [Fact]
    public void Statistics_NamesNothingOfTheProject() =>
        Offenders("src/Tollgate.Statistics", file => file.Rooms.Where(named => named != "Statistics")).ShouldBeEmpty();

    [Fact]
    public void Simulator_AndWires_NeverMeet()
    {
        Offenders("src/Tollgate.Simulator", file => file.Rooms.Where(named => named is "Wires" or "Measures" or "Reports"))
            .ShouldBeEmpty();
        Offenders("src/Tollgate", file => file.Rooms.Where(named => named is "Simulator" or "Cli")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/Tollgate.Statistics")]
    [InlineData("src/Tollgate/Exchanges")]
    [InlineData("src/Tollgate/Measures")]
    [InlineData("src/Tollgate/Advice")]
    [InlineData("src/Tollgate/Scores")]
    [InlineData("src/Tollgate/Gate")]
    [InlineData("src/Tollgate/Transcripts")]
    public void Room_ThatOnlyThinks_DoesNoInputOrOutput(string folder) =>
        Offenders(folder, file => WithoutInputOrOutput.Where(name =>
            Regex.IsMatch(file.Code, $@"(?<![\w.]){Regex.Escape(name)}\b[.(\s]"))).ShouldBeEmpty();

    [Fact]
    public void SystemClockConsoleAndEnvironment_AreTakenByTheCompositionRootAlone() =>
        Offenders("src", file => file.Path.StartsWith("src/Tollgate.Cli/", StringComparison.Ordinal)
            || file.Path == "src/Tollgate.Extensions.AI/ChatClientRehearsal.cs" // A test is composed there.
            ? []
            : file.Text.Contains("RS0030", StringComparison.Ordinal) ? ["lifts the ban of BannedSymbols.txt"] : [])
            .ShouldBeEmpty();

    // A pump owns what runs under it; ConfigureAwait(false) and Task.Run would get away.
    [Theory]
    [InlineData("src/Tollgate/Load")]
    [InlineData("src/Tollgate/Sessions")]
    [InlineData("src/Tollgate.Simulator/InProcess")]
    public void Room_ThatRunsUnderVirtualTime_StaysOnThePump(string folder) =>
        Offenders(folder, file => new[] { "ConfigureAwait(false)", "Task.Run(", "new Thread(" }
            .Where(name => file.Code.Contains(name, StringComparison.Ordinal))).ShouldBeEmpty();

    // Rows such as "| `Wires` | a provider's format | Exchanges |".
    private static Dictionary<string, string[]> ReadTable() =>
        File.ReadAllLines(Path.Combine(SourceTree.Root, "ARCHITECTURE.md"))
            .SkipWhile(line => line != "## Rooms of the library")
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells is ["", ['`', .., '`'], _, _, ""])
            .ToDictionary(
                cells => cells[1].Trim('`'),
                cells => cells[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static List<string> Offenders(string folder, Func<SourceTree.SourceFile, IEnumerable<string>> found) =>
        [.. SourceTree.Files(folder).SelectMany(file => found(file).Select(what => $"{file.Path}: {what}"))];
}
