using Tollgate.Load.Prompts;
using Tollgate.Load.Schedules;
using Tollgate.Load.Traces;
using Tollgate.Statistics;

namespace Tollgate.Tests.Load;

public class TraceReaderTests
{
    private const string First = "2023-11-16 18:15:46.6805900,374,44";
    private const string Second = "2023-11-16 18:15:50.9951690,396,109";

    public static TheoryData<string, string> Wrong => new()
    {
        // An empty file, and headers that are missing or others'.
        { "", "t.csv:1: the file is empty; expected the header \"TIMESTAMP,ContextTokens,GeneratedTokens\"" },
        { First, $"t.csv:1: found \"{First}\"; expected the header \"TIMESTAMP,ContextTokens,GeneratedTokens\"" },
        { Lines(), "t.csv:2: the file holds no request; expected a line a request after the header" },
        // A line that was cut off, one too long, a blank one between others.
        {
            Lines(First, "2023-11-16 18:15:50.99", Second),
            "t.csv:3: found 1 field(s) in \"2023-11-16 18:15:50.99\"; expected 3: "
                + "TIMESTAMP,ContextTokens,GeneratedTokens"
        },
        {
            Lines(First, Second + ",7"),
            $"t.csv:3: found 4 field(s) in \"{Second},7\"; expected 3: TIMESTAMP,ContextTokens,GeneratedTokens"
        },
        {
            Lines(First, "", Second),
            "t.csv:3: the line is blank, and others follow; expected a request"
        },
        // Instants that are none.
        {
            Lines("16.11.2023 18:15,374,44"),
            "t.csv:2: found \"16.11.2023 18:15\"; expected an instant such as 2023-11-16 18:15:46.6805900, with or without an offset such as +00:00"
        },
        {
            Lines("2023-11-16 18:15:46.68059001,374,44"),
            "t.csv:2: found \"2023-11-16 18:15:46.68059001\"; expected an instant such as 2023-11-16 18:15:46.6805900, with or without an offset such as +00:00"
        },
        // Out of order.
        {
            Lines(Second, First),
            "t.csv:3: 2023-11-16 18:15:46.6805900 is before the line above it, 2023-11-16 18:15:50.9951690; "
                + "expected lines in order of time"
        },
        {
            Lines("2024-05-10 02:00:00+02:00,1,1", "2024-05-10 00:00:00.5+00:00,1,1", "2024-05-09 23:59:59+00:00,1,1"),
            "t.csv:4: 2024-05-09 23:59:59.0000000 is before the line above it, 2024-05-10 00:00:00.5000000; "
                + "expected lines in order of time"
        },
        // An offset here and none there.
        {
            Lines("2024-05-10 00:00:00+00:00,1,1", "2024-05-10 00:00:01,1,1"),
            "t.csv:3: found \"2024-05-10 00:00:01\" without an offset from UTC; expected it as in the first line"
        },
        // A column that is not there.
        {
            "TIMESTAMP,ContextTokens\n2024-05-10 00:00:00,1",
            "t.csv:1: found \"TIMESTAMP,ContextTokens\"; expected the header \"TIMESTAMP,ContextTokens,GeneratedTokens\""
        },
        // Counts that are negative, no numbers, or beyond any model.
        {
            Lines(First, "2023-11-16 18:15:50.9951690,-1,109"),
            "t.csv:3: ContextTokens is \"-1\"; expected a whole number from 0 to 10000000"
        },
        {
            Lines("2023-11-16 18:15:50.9951690,1,many"),
            "t.csv:2: GeneratedTokens is \"many\"; expected a whole number from 0 to 10000000"
        },
        {
            Lines("2023-11-16 18:15:50.9951690,1,99999999999999999999"),
            "t.csv:2: GeneratedTokens is \"99999999999999999999\"; expected a whole number from 0 to 10000000"
        },
        {
            Lines("2023-11-16 18:15:50.9951690,1.5,3"),
            "t.csv:2: ContextTokens is \"1.5\"; expected a whole number from 0 to 10000000"
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Read_AWrongFile_SaysWhereAndWhatWasExpected(string text, string expected)
    {
        var result = Read(text);
        result.Trace.ShouldBeNull();
        result.Error!.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\n")]
    [InlineData("\r\n", "\r\n")]
    [InlineData("\n", "\n\n")]
    public void Read_EveryEndOfLine_GivesTheSameTrace(string end, string last)
    {
        var trace = Read(string.Join(end, "TIMESTAMP,ContextTokens,GeneratedTokens", First, First, Second) + last).Trace!;
        trace.Entries.ShouldBe([
            new TraceEntry(0, new PromptSize(374, 44)),
            new TraceEntry(0, new PromptSize(374, 44)),
            new TraceEntry(4_314_579_000, new PromptSize(396, 109)),
        ]);
        trace.Length.ShouldBe(TimeSpan.FromSeconds(4.314579));
    }

    // Azure's files of 2024, and what spreadsheets and scripts make of a file.
    [Theory]
    [InlineData("TIMESTAMP,ContextTokens,GeneratedTokens\n2024-05-10 00:00:00.009930+00:00,2162,5\n2024-05-10 00:00:01+00:00,76,15")]
    [InlineData("\uFEFFtimestamp,contexttokens,generatedtokens\r\n2024-05-10T02:00:00.009930+02:00,2162,5\r\n2024-05-10T00:00:01Z,76,15\r\n\r\n\r\n")]
    [InlineData("\"TIMESTAMP\",\"ContextTokens\",\"GeneratedTokens\"\n\"2024-05-10 00:00:00.009930\",\"2162\",\"5\"\n\"2024-05-10 00:00:01\",\"76\",\"15\"\n")]
    [InlineData("id, GeneratedTokens, model, TIMESTAMP, ContextTokens\n1,5,\"a, b\",2024-05-10 00:00:00.009930,2162\n2,15,,2024-05-10 00:00:01,76\n")]
    public void Read_OtherWritings_GiveTheSameTrace(string text) => Read(text).Trace.ShouldNotBeNull().Entries.ShouldBe([
        new TraceEntry(0, new PromptSize(2162, 5)),
        new TraceEntry(990_070_000, new PromptSize(76, 15)),
    ]);

    [Fact]
    public void Window_OfATrace_CountsFromItsOwnStart()
    {
        var trace = new Trace([.. Enumerable.Range(0, 10).Select(i => new TraceEntry(i * 1_000_000_000L, default))]);
        trace.Window(TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(2.5))!.Entries.Select(entry => entry.OffsetNs)
            .ShouldBe([500_000_000, 1_500_000_000]);
        trace.Window(TimeSpan.FromSeconds(8), null)!.Entries.Count.ShouldBe(2);
        trace.Window(TimeSpan.FromSeconds(9.5), null).ShouldBeNull();
        trace.Window(TimeSpan.Zero, TimeSpan.MaxValue)!.Entries.Count.ShouldBe(10);
    }

    [SharedDataFact]
    public void Read_TheAzureTraces_LosesNothing()
    {
        Read("azure-llm-2023-conv.csv", 19_366);
        Read("azure-llm-2023-code.csv", 8_819);

        static void Read(string name, int requests)
        {
            var path = Path.Combine(SharedDataFactAttribute.Folder!, "traces", name);
            using var reader = File.OpenText(path);
            var result = TraceReader.Read(reader, name);
            result.Error.ShouldBeNull();
            result.Trace!.Entries.Count.ShouldBe(requests);
            result.Trace.Length.ShouldBeInRange(TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(60));
        }
    }

    [SharedDataFact]
    public void Run_TenMinutesOfTheTraceAtSpeedTen_LeaveAtTheTracesInstants()
    {
        using var reader = File.OpenText(Path.Combine(SharedDataFactAttribute.Folder!, "traces",
            "azure-llm-2023-conv.csv"));
        var window = TraceReader.Read(reader, "t").Trace!.Window(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10))!;
        var bench = new LoadBench();
        var settings = LoadBench.Settings(new OpenLoop(new TraceSchedule(window, 10))) with
        {
            Prompts = new GeneratedPrompts(new RandomStream(1), default),
        };
        var summary = bench.Run(settings);
        summary.Targets[0].Completed.ShouldBe(window.Entries.Count);
        bench.SentMs().Zip(window.Entries, (ms, entry) => Math.Abs(ms - (entry.OffsetNs / 1e7)))
            .Max().ShouldBeLessThan(0.0001);
    }

    private static string Lines(params string[] lines) => string.Join('\n', ["TIMESTAMP,ContextTokens,GeneratedTokens", .. lines]);

    private static TraceResult Read(string text) => TraceReader.Read(new StringReader(text), "t.csv");
}
