using System.Text.RegularExpressions;

namespace Tollgate.Architecture.Tests;

/// <summary>Which room of the house may know which: the data flow one way.</summary>
public class RoomTests
{
    // Every room of the library and all that it may name. What is not listed here is not allowed.
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        // What every room may know.
        ["Unicode"] = [],

        // What two values mean. English in words: numbers, days, names. And what an agent's words ask of a caller.
        ["Values"] = [],
        ["Language"] = ["Values"],
        ["Acts"] = ["Language"],
        ["Callers"] = ["Acts", "Language", "Statistics", "Suites", "Transcripts", "Values"],

        ["Exchanges"] = [],
        ["Time"] = [],
        ["Secrets"] = ["Exchanges"],
        ["Wires"] = ["Exchanges"],
        ["Transport"] = ["Exchanges", "Wires", "Time", "Secrets"],
        ["Load"] = ["Exchanges", "Transport", "Time", "Statistics"],
        ["Input"] = ["Secrets"],
        ["Plans"] = ["Exchanges", "Transport", "Load", "Wires", "Statistics", "Secrets", "Input"],

        // The run file is a sink of the load and says how far it came.
        ["Runs"] = ["Exchanges", "Load", "Transcripts", "Secrets", "Input"],
        ["Transcripts"] = ["Exchanges"],
        ["Suites"] = ["Acts", "Exchanges", "Language", "Statistics", "Transcripts", "Values", "Input"],
        ["Scores"] = ["Acts", "Callers", "Exchanges", "Language", "Statistics", "Suites", "Transcripts", "Values"],

        // A model may rule on what the scores leave open, when a session is over.
        ["Sessions"] =
        [
            "Acts", "Callers", "Exchanges", "Language", "Transport", "Time", "Load", "Scores", "Statistics", "Suites",
            "Transcripts", "Values",
        ],
        ["Measures"] = ["Exchanges", "Statistics", "Transcripts"],
        ["Advice"] = ["Measures", "Statistics"],
        ["Gate"] = ["Exchanges", "Statistics", "Transcripts", "Measures", "Scores", "Input"],
        ["Reports"] =
        [
            "Advice", "Gate", "Measures", "Runs", "Plans", "Exchanges", "Statistics", "Input", "Suites", "Scores",
            "Transcripts",
        ],
    };

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

    private static List<string> Offenders(string folder, Func<SourceTree.SourceFile, IEnumerable<string>> found) =>
        [.. SourceTree.Files(folder).SelectMany(file => found(file).Select(what => $"{file.Path}: {what}"))];
}
