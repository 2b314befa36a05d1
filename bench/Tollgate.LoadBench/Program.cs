using System.CommandLine;
using System.Runtime.InteropServices;
using Tollgate.LoadBench;

#pragma warning disable RS0030 // This is the composition root: here the machine comes in.

var rootFolder = new Option<string>("--root") { Description = "The repository.", DefaultValueFactory = _ => "." };
var results = new Option<string?>("--results")
{
    Description = "Where load.json and load.md go; bench/results unless said otherwise.",
};
var repetitions = new Option<int>("--repetitions")
{
    Description = "Of each stream scenario; of those without a limit about half.",
    DefaultValueFactory = _ => 5,
};
var minutes = new Option<double>("--minutes")
{
    Description = "No further repetition begins after so long.",
    DefaultValueFactory = _ => 9.5,
};
var only = new Option<string[]>("--only")
{
    Description = $"Only this: {BenchOptions.Report}, {BenchOptions.OpenLoop}, {BenchOptions.Memory}, or the name of a stream scenario such as \"64 TLS\". May be given more than once.",
};
var totalArrivals = new Option<long>("--total-arrivals")
{
    Description = "In each large run file.",
    DefaultValueFactory = _ => 10_000_000,
};
var arrivals = new Option<int[]>("--arrivals")
{
    Description = "Of each exchange there; a file for each number given.",
    DefaultValueFactory = _ => [100, 20],
};
var decode = new Option<string?>("--decode")
{
    Description = "Only decode this run file and print how many arrivals it has: the yardstick of the reports.",
};
var command = new RootCommand("Holds tollgate measure against the simulated server's truth and against a bare reader.")
{
    rootFolder, results, repetitions, minutes, only, totalArrivals, arrivals, decode,
};
command.SetAction(async (parsed, _) =>
{
    if (parsed.GetValue(decode) is { } decoded)
    {
        Console.Out.WriteLine(LargeRunResult.Decode(decoded));
        return 0;
    }

    using var stop = new CancellationTokenSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    var root = Path.GetFullPath(parsed.GetRequiredValue(rootFolder));
    var options = new BenchOptions(
        root,
        parsed.GetValue(results) ?? Path.Combine(root, "bench/results"),
        Math.Max(1, parsed.GetValue(repetitions)),
        TimeSpan.FromMinutes(parsed.GetValue(minutes)),
        parsed.GetValue(only) ?? [],
        parsed.GetValue(totalArrivals),
        parsed.GetRequiredValue(arrivals));
    try
    {
        await using var benchmark = new Benchmark(options, TimeProvider.System, Console.Error);
        var found = await benchmark.RunAsync(stop.Token);
        Directory.CreateDirectory(options.Results);
        var tables = LoadTables.Render(found);
        await File.WriteAllTextAsync(Path.Combine(options.Results, "load.json"), found.ToJson() + "\n", stop.Token);
        await File.WriteAllTextAsync(Path.Combine(options.Results, "load.md"), tables, stop.Token);
        Console.Out.Write(tables);
        return 0;
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine("stopped");
        return 1;
    }
    catch (BenchException e)
    {
        Console.Error.WriteLine(e.Message);
        return 1;
    }

    void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        stop.Cancel();
    }
});
return await command.Parse(args).InvokeAsync();
