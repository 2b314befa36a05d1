namespace Tollgate.LoadBench;

/// <summary>Runs what was asked for, one thing at a time, and gathers the results.</summary>
internal sealed class Benchmark(BenchOptions options, TimeProvider time, TextWriter talk) : IAsyncDisposable
{
    private readonly long began = time.GetTimestamp();
    private readonly Files files = new(options.Root);
    private Server? plain;
    private Server? tls;

    public async Task<LoadResults> RunAsync(CancellationToken stop)
    {
        var results = new LoadResults
        {
            Machine = Machine.Description,
            LoadAverageAtStart = Machine.LoadAverage(),
            RepetitionsAsked = options.Repetitions,
        };
        talk.WriteLine($"{results.Machine}; load average {results.LoadAverageAtStart:0.00}");
        if (options.Wants(BenchOptions.Report))
        {
            results = results with { LargeRuns = await ReportAsync(stop) };
        }

        if (options.Wants(BenchOptions.OpenLoop))
        {
            results = results with { OpenLoop = await Say(OpenLoopResult.RunAsync(time, files, await PlainAsync(stop), stop)) };
        }

        if (options.Wants(BenchOptions.Memory))
        {
            results = results with { Memory = await MemoryAsync(stop) };
        }

        results = results with { Streams = await StreamsAsync(stop) };
        return results with { Seconds = time.GetElapsedTime(began).TotalSeconds };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { plain, tls })
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }

        files.Dispose();
    }

    private async Task<IReadOnlyList<LargeRunResult>> ReportAsync(CancellationToken stop)
    {
        var results = new List<LargeRunResult>();
        foreach (var arrivals in options.Arrivals)
        {
            results.Add(await Say(LargeRunResult.RunAsync(time, files, options.TotalArrivals / arrivals, arrivals, stop)));
        }

        return results;
    }

    private async Task<MemoryResult> MemoryAsync(CancellationToken stop)
    {
        const int most = 2;
        var trials = new List<MemoryTrial>();
        while (trials.Count < Math.Min(options.Repetitions, most))
        {
            trials.Add(await Say(MemoryTrial.RunAsync(time, files, await PlainAsync(stop), stop)));
        }

        return MemoryResult.Of(trials);
    }

    // All scenarios once, then all again: what drifts on the machine drifts for all of them.
    private async Task<IReadOnlyList<StreamResult>> StreamsAsync(CancellationToken stop)
    {
        var scenarios = StreamScenario.All.Where(scenario => options.Wants(scenario.Name)).ToList();
        var trials = scenarios.ToDictionary(scenario => scenario, _ => new List<StreamTrial>());
        for (var repetition = 0; repetition < options.Repetitions; repetition++)
        {
            foreach (var scenario in scenarios.Where(one => repetition < one.Repetitions(options.Repetitions)))
            {
                if (repetition > 0 && time.GetElapsedTime(began) > options.Time)
                {
                    talk.WriteLine($"the time is over: no repetition {repetition + 1} of {scenario.Name} streams");
                    continue;
                }

                var server = scenario.Tls ? await TlsAsync(stop) : await PlainAsync(stop);
                talk.Write($"{time.GetElapsedTime(began).TotalSeconds,4:0} s  {scenario.Name} streams: ");
                trials[scenario].Add(await Say(StreamTrial.RunAsync(scenario, time, files, server, stop)));
            }
        }

        return [.. scenarios.Select(scenario => StreamResult.Of(scenario, trials[scenario]))];
    }

    private async Task<Server> PlainAsync(CancellationToken stop) => plain ??= await StartAsync(withTls: false, stop);

    private async Task<Server> TlsAsync(CancellationToken stop) => tls ??= await StartAsync(withTls: true, stop);

    // The server's first answers are slow while the runtime compiles it.
    private async Task<Server> StartAsync(bool withTls, CancellationToken stop)
    {
        var server = await Server.StartAsync(time, files, withTls, stop);
        await Measured.RunAsync(
            time, files, server, "brisk", watchMemory: false, ["--concurrency", "64", "--requests", "1000"], stop);
        return server;
    }

    private async Task<T> Say<T>(Task<T> task)
    {
        var result = await task;
        talk.WriteLine(result);
        return result;
    }
}
