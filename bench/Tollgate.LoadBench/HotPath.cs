using System.Globalization;
using System.Text;

namespace Tollgate.LoadBench;

/// <summary>
/// What an event costs in readers and builds that differ in one thing: each runs once, then each again, so that what the
/// machine's other work costs falls on all of them alike.
/// </summary>
internal static class HotPath
{
    private static readonly (string Name, string Program)[] Readers =
    [
        ("level-triggered epoll", "epoll_reader"),
        ("edge-triggered epoll", "epoll_reader_edge"),
        ("io_uring, multishot recvmsg", "epoll_reader_io_uring"),
    ];

    private static readonly StreamScenario Scenario = StreamScenario.All.First(scenario => scenario.Name == "1000");

    /// <summary>The table of what was found.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="files">Where everything lies.</param>
    /// <param name="builds">Folders with builds of the command.</param>
    /// <param name="repetitions">How often each runs.</param>
    /// <param name="talk">Told how it goes.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<string> RunAsync(
        TimeProvider time, Files files, IReadOnlyList<string> builds, int repetitions, TextWriter talk,
        CancellationToken stop)
    {
        await using var server = await Server.StartAsync(time, files, tls: false, stop);
        List<(string Name, Func<Task<double>> Run)> runs =
        [
            .. Readers.Select(reader => ($"bare reader, {reader.Name}", (Func<Task<double>>)(() => ReadAsync(reader.Program)))),
            .. builds.Select(build => ($"`tollgate measure`, {Path.GetFileName(Path.TrimEndingDirectorySeparator(build))}",
                (Func<Task<double>>)(() => MeasureAsync(build)))),
        ];
        var costs = runs.Select(_ => new List<double>()).ToList();

        // The server's first answers are slow while the runtime compiles it.
        await ReadAsync(Readers[0].Program);
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            for (var i = 0; i < runs.Count; i++)
            {
                costs[i].Add(await runs[i].Run());
                talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs[i].Name}: {costs[i][^1]:0.00} us"));
            }
        }

        var text = new StringBuilder();
        text.AppendLine("| of 1,000 streams, an event | processor time, us | over the bare reader in the same round |");
        text.AppendLine("| --- | --- | --- |");
        for (var i = 0; i < runs.Count; i++)
        {
            var ratios = Figure.Of(costs[i].Zip(costs[0], (cost, bare) => cost / bare));
            text.AppendLine(CultureInfo.InvariantCulture, $"| {runs[i].Name} | {Show(Figure.Of(costs[i]))} | {Show(ratios)} |");
        }

        return text.ToString();

        async Task<double> ReadAsync(string reader)
        {
            var bare = await Yardstick.RunAsync(time, files.Reader(reader), server, Scenario, stop);
            return SteadyState.CpuUsPerEvent(bare.Looks, bare.Truth, Scenario.Streams);
        }

        async Task<double> MeasureAsync(string build)
        {
            var measured = await Measured.RunAsync(
                time, files with { Cli = Path.Combine(build, "Tollgate.Cli.dll") }, server, "steady",
                watchMemory: false, Scenario.Load, stop);
            return SteadyState.CpuUsPerEvent(measured.Looks, measured.Truth.Values, Scenario.Streams);
        }
    }

    private static string Show(Figure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.Median:0.00} ({figure.Min:0.00}–{figure.Max:0.00})");
}
