using Tollgate.Exchanges;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;
using Tollgate.Transcripts;

namespace Tollgate.Fuzz;

/// <summary>Small run files, written anew: their format is SQLite's, and may change with the writer.</summary>
internal static class RunSeeds
{
    private static readonly RunInfo Info = new()
    {
        StartedAt = new DateTimeOffset(2026, 3, 2, 9, 15, 0, TimeSpan.Zero),
        Seed = 7,
        Targets =
        [
            new Target
            {
                Name = "a",
                Wire = "openai-chat",
                Url = new Uri("http://127.0.0.1:8080"),
                Model = "m",
                Price = new Price("USD", 1m, 0.1m, 0m, 2m),
            },
        ],
        PlanGiven = "targets: []\n",
        Configuration = new RehearseConfiguration { Suite = "lab", Targets = [], StandIn = "none" },
        CommandLine = "tollgate measure",
        Version = "0.1.0",
        Runtime = ".NET",
        OperatingSystem = "Linux",
        Processors = 2,
        Transport = "direct",
        Stamp = StampSource.Kernel,
        Suite = new SuiteInfo("lab", new string('0', 64), "suite: lab\n"),
    };

    private static int files;

    public static string NewPath() => Path.Combine(
        Path.GetTempPath(), $"tollgate-fuzz-{Environment.ProcessId}-{Interlocked.Increment(ref files)}.tollgate");

    public static void Delete(string path)
    {
        foreach (var ending in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(path + ending);
        }
    }

    public static IEnumerable<byte[]> Make()
    {
        var path = NewPath();
        try
        {
            WriteAsync(path).GetAwaiter().GetResult();
            return [File.ReadAllBytes(path)];
        }
        finally
        {
            Delete(path);
        }
    }

    private static async Task WriteAsync(string path)
    {
        await using var writer = RunWriter.TryCreate(path, Info, TimeProvider.System, out var error)
            ?? throw new InvalidOperationException(error);
        for (var id = 0; id < 4; id++)
        {
            writer.Issued("a");
            writer.Ended(Exchange(id));
        }

        writer.Ended(new SessionRecord(
            new Transcript
            {
                Suite = "lab",
                Session = "both",
                Target = "a",
                Ending = SessionEnding.Finished,
                Entries = [new CallerSaid("hi", "hi", SpeechKind.Line) { Turn = 1 }, new AgentSaid("desk", "Hello.", "Hello.", 0) { Turn = 1 }],
            },
            new Dictionary<string, (double, double, double)> { ["tool_calls"] = (1, 2, 0) }));
        await writer.CompleteAsync(new RunEnd("finished", true, ["a warning"]));
    }

    private static Exchange Exchange(long id) => new()
    {
        Id = id,
        Target = "a",
        TaskId = id,
        Outcome = id == 3 ? Outcome.Failed : Outcome.Completed,
        Failure = id == 3 ? new Failure(FailureKind.RateLimited, FailurePhase.Headers, "status 429") { Status = 429 } : null,
        Timeline = new Timeline
        {
            IntendedNs = id * 1_000_000,
            SentNs = (id * 1_000_000) + 20_000,
            OverNs = (id * 1_000_000) + 900_000_000,
            EndNs = (id * 1_000_000) + 900_000_000,
            Arrivals = Enumerable.Range(0, 8).Select(i => new Arrival(
                (id * 1_000_000) + 500_000_000 + (i * 20_000_000L), 1 + (i % 9), ArrivalKind.Text, i == 3, 20_000)).ToArray(),
            Stamp = StampSource.Kernel,
        },
        Usage = new Usage(100, 0, 0, 8, 0),
        FinishReason = "stop",
        RequestId = "r",
        AnsweredBy = "m",
        Reads = 8,
        Reply = new Reply("Hello.", "", [new ToolCall("c", "find", "{}")]),
        Turn = new SessionTurn(0, 1),
    };
}
