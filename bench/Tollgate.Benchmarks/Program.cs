using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Tollgate.Benchmarks;

#pragma warning disable RS0030 // This is the composition root: here the machine comes in.

// The first check of a process, which a command waits for, needs a process of its own.
switch (args)
{
    case ["first-check", var how]:
        var from = TimeProvider.System.GetTimestamp();
        ArgumentChecks.First(inPlace: how == "in-place");
        Console.WriteLine($"{TimeProvider.System.GetElapsedTime(from).TotalMilliseconds:F0} ms");
        return;
    case ["schemas"]:
        Console.WriteLine(ArgumentChecks.Size());
        return;
}

// In process: the sources' own build settings hold, and no second build is needed on a machine without a network.
var job = Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithWarmupCount(3)
    .WithIterationCount(8);
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(job)
    .AddExporter(MarkdownExporter.GitHub);
BenchmarkSwitcher.FromAssembly(typeof(EventReaders).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
