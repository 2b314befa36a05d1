using Tollgate.Exchanges;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;

namespace Tollgate.Tests.Runs;

/// <summary>A folder for one test's run files; gone with it.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tollgate-runs").FullName;
    private int files;

    public string Root => folder;

    public static RunInfo Info { get; } = new()
    {
        StartedAt = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(1)),
        Seed = ulong.MaxValue - 5,
        Targets =
        [
            new Target
            {
                Name = "a",
                Wire = "openai-chat",
                Url = new Uri("https://api.example.com/v1"),
                Model = "gpt-5.5",
                Region = "us-east",
                Tier = "priority",
                ApiKey = new Secret("sk-a-secret-key"),
                Headers = new Dictionary<string, Secret> { ["X-Org"] = new Secret("sk-a-secret-header") },
                Price = new Price("USD", 1.25m, 0.125m, 0, 10m),
            },
            new Target { Name = "b", Wire = "anthropic", Url = new Uri("http://[::1]:8080"), Model = "opus" },
        ],
        PlanGiven = "targets:\n  - name: a\n",
        Configuration = new MeasureConfiguration { Targets = [] },
        CommandLine = "tollgate measure --plan p.yaml",
        Version = "0.1.0",
        Runtime = ".NET 10.0.0",
        OperatingSystem = "Linux",
        Processors = 2,
        Transport = "direct",
        Stamp = StampSource.Kernel,
    };

    public string NewPath() => Path.Combine(folder, $"run{files++}.tollgate");

    public static RunWriter Create(string path)
    {
        var writer = RunWriter.TryCreate(path, Info, TimeProvider.System, out var error);
        error.ShouldBeNull();
        return writer.ShouldNotBeNull();
    }

    /// <summary>A complete run of the given exchanges.</summary>
    public async Task<string> WriteAsync(IEnumerable<Exchange> exchanges, RunEnd? end = null)
    {
        var path = NewPath();
        await using var writer = Create(path);
        foreach (var exchange in exchanges)
        {
            writer.Issued(exchange.Target);
            writer.Ended(exchange);
        }

        await writer.CompleteAsync(end ?? new RunEnd("finished", true, []));
        return path;
    }

    public static RunFile Open(string path)
    {
        var (file, error) = RunFile.Open(path);
        error.ShouldBeNull();
        return file.ShouldNotBeNull();
    }

    /// <summary>Why the file does not open.</summary>
    public static string Error(string path)
    {
        var (file, error) = RunFile.Open(path);
        file?.Dispose();
        file.ShouldBeNull();
        error.ShouldNotBeNull().ShouldNotContain("\n");
        return error;
    }

    /// <summary>Copies a file that somebody may be writing to.</summary>
    public static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = new FileStream(to, FileMode.Create);
        source.CopyTo(target);
    }

    public static Exchange Exchange(long id, string target = "a", int arrivals = 20) => new()
    {
        Id = id,
        Target = target,
        TaskId = id / 2,
        Outcome = Outcome.Completed,
        Timeline = new Timeline
        {
            IntendedNs = id * 1_000_000,
            SentNs = (id * 1_000_000) + 20_000,
            OverNs = (id * 1_000_000) + 3_000_000_000,
            EndNs = (id * 1_000_000) + 3_000_000_000,
            Arrivals = Enumerable.Range(0, arrivals).Select(i => new Arrival(
                (id * 1_000_000) + 500_000_000 + (i * 20_000_000L) + (i * 7919 % 100_000), 1 + (i % 9),
                ArrivalKind.Text,
                i % 17 == 3, 20_000 + (i * 104_729 % 30_000))).ToArray(),
            Stamp = StampSource.Kernel,
        },
        Usage = new Usage(100, 0, 0, arrivals, 0),
        FinishReason = "stop",
        RequestId = $"req-{id}",
        AnsweredBy = "gpt-5.5",
        Reads = arrivals,
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
