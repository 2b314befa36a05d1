using Tollgate.Exchanges;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Statistics;

namespace Tollgate.LoadBench;

/// <summary>
/// A large run file, made here, and what two processes on one core take for it: <c>tollgate report --json</c>, and a
/// yardstick that checks the seal, decodes every arrival and adds up nothing. Each is the least of a few: other work on
/// the machine only adds.
/// </summary>
/// <param name="Exchanges">In the file.</param>
/// <param name="ArrivalsEach">Of each exchange.</param>
/// <param name="FileMegabytes">The file's size.</param>
/// <param name="WriteSeconds">What the run writer took for it.</param>
/// <param name="ReportSeconds">The report's wall time, its process's start included.</param>
/// <param name="ReportCpuSeconds">Its processor time.</param>
/// <param name="ReportPeakMegabytes">Its most resident memory.</param>
/// <param name="DecodeCpuSeconds">The yardstick's processor time, its process's start included.</param>
/// <param name="StartCpuSeconds">Of which the command's start takes so much: the report of a run with one exchange.</param>
internal sealed record LargeRunResult(
    long Exchanges, int ArrivalsEach, double FileMegabytes, double WriteSeconds, double ReportSeconds, double ReportCpuSeconds,
    double ReportPeakMegabytes, double DecodeCpuSeconds, double StartCpuSeconds)
{
    private const long Megabyte = 1024 * 1024;
    private const int Repetitions = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    public static async Task<LargeRunResult> RunAsync(
        TimeProvider time, Files files, long exchanges, int arrivals, CancellationToken stop)
    {
        var path = files.NewRun();
        var began = time.GetTimestamp();
        await WriteAsync(path, exchanges, arrivals, time, stop);
        var write = time.GetElapsedTime(began);
        var small = files.NewRun();
        await WriteAsync(small, 1, arrivals, time, stop);
        List<Child> reports = [], decodings = [], starts = [];
        for (var i = 0; i < Repetitions; i++)
        {
            reports.Add(await RunAsync(files.Cli, "report", path, "--json"));
            decodings.Add(await RunAsync(typeof(LargeRunResult).Assembly.Location, "--decode", path));
            starts.Add(await RunAsync(files.Cli, "report", small, "--json"));
        }

        var size = new FileInfo(path).Length;
        File.Delete(path);
        return new LargeRunResult(
            exchanges, arrivals, (double)size / Megabyte, write.TotalSeconds, reports.Min(static one => one.WallSeconds),
            reports.Min(static one => one.CpuSeconds), (double)reports.Max(static one => one.PeakBytes) / Megabyte,
            decodings.Min(static one => one.CpuSeconds), starts.Min(static one => one.CpuSeconds));

        Task<Child> RunAsync(params string[] arguments) =>
            Child.RunAsync(time, Measured.Core, Limit, watchMemory: true, "dotnet", arguments, stop);
    }

    /// <summary>The yardstick: reads a run file as a report does, and counts its arrivals.</summary>
    public static long Decode(string path)
    {
        using var file = RunFile.Open(path).File ?? throw new BenchException($"{path} cannot be opened");
        file.CheckSeal();
        return file.Exchanges().Sum(static exchange => (long)exchange.Timeline.Arrivals.Length);
    }

    private static async Task WriteAsync(
        string path, long exchanges, int arrivals, TimeProvider time, CancellationToken stop)
    {
        Target[] targets =
        [
            new() { Name = "a", Wire = "openai-chat", Url = new Uri("https://a.example/v1"), Model = "a" },
            new() { Name = "b", Wire = "anthropic", Url = new Uri("https://b.example"), Model = "b" },
        ];
        var info = new RunInfo
        {
            StartedAt = DateTimeOffset.UnixEpoch, Seed = 1, Targets = targets, Version = "bench", Runtime = "bench",
            OperatingSystem = "bench", Processors = 1, Transport = "direct", Stamp = StampSource.Kernel,
        };
        await using var writer = RunWriter.TryCreate(path, info, time, out var error, waitWhenFull: true)
            ?? throw new BenchException(error ?? path);
        var random = new RandomStream(1);
        for (var id = 0L; id < exchanges; id++)
        {
            stop.ThrowIfCancellationRequested();
            var target = targets[id % targets.Length].Name;
            writer.Issued(target);
            writer.Ended(Exchange(id, target, arrivals, random));
        }

        var end = await writer.CompleteAsync(new RunEnd("finished", true, []));
        if (!end.Valid)
        {
            throw new BenchException(string.Join(' ', end.Warnings));
        }
    }

    // A hundred a second, each with a first token after half a second or so and a token about every 20 ms.
    private static Exchange Exchange(long id, string target, int count, RandomStream random)
    {
        var intendedNs = id * 10_000_000;
        var sentNs = intendedNs + random.Next(20_000, 60_000);
        var atNs = sentNs + random.Next(400_000_000, 700_000_000);
        var arrivals = new Arrival[count];
        for (var i = 0; i < count; i++)
        {
            arrivals[i] = new Arrival(atNs, random.Next(1, 9), ArrivalKind.Text, i % 50 == 49, random.Next(5_000, 60_000));
            atNs += i % 50 == 48 ? 0 : random.Next(15_000_000, 25_000_000);
        }

        return new Exchange
        {
            Id = id,
            Target = target,
            TaskId = id,
            Outcome = Outcome.Completed,
            Timeline = new Timeline
            {
                IntendedNs = intendedNs, SentNs = sentNs, FirstByteNs = sentNs + 300_000, HeadersNs = sentNs + 300_000,
                EndNs = atNs, OverNs = atNs, Arrivals = arrivals, Stamp = StampSource.Kernel,
            },
            Usage = new Usage(200, 0, 0, count, 0),
            FinishReason = "stop",
            RequestId = $"req_{id:x32}",
            AnsweredBy = target,
            Reads = count + 2,
        };
    }
}
